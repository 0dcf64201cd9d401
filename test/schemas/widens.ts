/** A JSON Schema as zod writes it: only what our events use. */
export interface Shape {
  readonly [keyword: string]: unknown;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Shape;
  readonly items?: Shape;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
}

/** Bounds that may only fall, and bounds that may only rise: what was kept must stay within them. */
const FLOORS = ['minimum', 'exclusiveMinimum', 'minLength', 'minItems'];
const CEILINGS = ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems'];
const COMPARED = new Set([
  ...FLOORS,
  ...CEILINGS,
  ...['$schema', 'type', 'const', 'enum', 'anyOf', 'oneOf'],
  ...['properties', 'required', 'additionalProperties', 'items'],
]);

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/**
 * Why a value that the old shape allows may not fit the new one; empty when each of them fits. Careful rather than
 * clever: a keyword that it does not know must be the same in both.
 */
export const narrowings = (old: Shape, now: Shape, at = 'data'): readonly string[] => {
  const before = old.anyOf ?? old.oneOf;
  if (before) return before.flatMap((one, n) => narrowings(one, now, `${at}(${String(n)})`));
  const choices = now.anyOf ?? now.oneOf;
  if (choices)
    return choices.some((one) => narrowings(old, one, at).length === 0)
      ? []
      : [`${at} fits none of the choices`];
  return [...values(old, now, at), ...bounds(old, now, at), ...members(old, now, at), ...items(old, now, at)];
};

const values = (old: Shape, now: Shape, at: string): string[] => {
  const found: string[] = [];
  const widened = now['type'] === 'number' && old['type'] === 'integer';
  if (now['type'] !== undefined && !widened && now['type'] !== old['type'])
    found.push(`${at} changed its type`);
  const allowed = now.enum ?? ('const' in now ? [now['const']] : undefined);
  const kept = old.enum ?? ('const' in old ? [old['const']] : undefined);
  if (allowed && !kept?.every((value) => allowed.includes(value))) found.push(`${at} allows fewer values`);
  for (const keyword of Object.keys(now))
    if (!COMPARED.has(keyword) && !same(old[keyword], now[keyword]))
      found.push(`${at} changed its ${keyword}`);
  return found;
};

const bounds = (old: Shape, now: Shape, at: string): string[] => {
  const tighter = (keyword: string, worse: (was: number, is: number) => boolean) => {
    const is = now[keyword];
    if (typeof is !== 'number') return false;
    const was = old[keyword];
    return typeof was !== 'number' || worse(was, is);
  };
  return [
    ...FLOORS.filter((keyword) => tighter(keyword, (was, is) => is > was)),
    ...CEILINGS.filter((keyword) => tighter(keyword, (was, is) => is < was)),
  ].map((keyword) => `${at} has a tighter ${keyword}`);
};

const members = (old: Shape, now: Shape, at: string): string[] => {
  const found: string[] = [];
  const must = new Set(old.required);
  for (const name of now.required ?? []) if (!must.has(name)) found.push(`${at}.${name} must be there now`);
  for (const [name, shape] of Object.entries(old.properties ?? {})) {
    const other = now.properties?.[name];
    if (other) found.push(...narrowings(shape, other, `${at}.${name}`));
    // Told even where the schema would let it pass: what books out there hold would no longer be understood.
    else found.push(`${at}.${name} is gone`);
  }
  // A map's values; closed objects have `false` in both.
  if (!same(old.additionalProperties, now.additionalProperties)) {
    const [was, is] = [old.additionalProperties, now.additionalProperties];
    if (typeof was === 'object' && typeof is === 'object') found.push(...narrowings(was, is, `${at}{}`));
    else if (is !== undefined && was !== false) found.push(`${at} allows fewer members`);
  }
  return found;
};

const items = (old: Shape, now: Shape, at: string): readonly string[] => {
  if (!now.items) return [];
  return old.items ? narrowings(old.items, now.items, `${at}[]`) : [`${at} allows fewer items`];
};

/** What an app of the older shape takes as it comes: a member that it reads past (decisions/0010), a number beyond its bounds. */
const HARMLESS = / is gone$| has a tighter /;

/** Where the new shape may hold what an app of the old one has never heard of, and would decide by wrongly. */
export const unheardOf = (old: Shape, now: Shape): readonly string[] =>
  narrowings(now, old)
    .filter((reason) => !HARMLESS.test(reason))
    .map((reason) => `${reason.split(' ')[0] ?? ''} may hold what an older app does not know`);
