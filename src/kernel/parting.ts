import type { Json } from './json.ts';
import type { PersonalPlan } from './personal.ts';

/** A personal value and where it stood. */
export type Taken = readonly [path: readonly (string | number)[], value: Json];

/** A value without what is personal in it, and that by whose it is. */
export interface Parted {
  readonly open: Json;
  readonly taken: ReadonlyMap<string, readonly Taken[]>;
}

type Path = readonly (string | number)[];
type Record_ = Readonly<Record<string, Json | undefined>>;

const isObject = (value: unknown): value is Record_ =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whom an object's own members name. */
const namedIn = (of: ReadonlyMap<string, PersonalPlan>, value: Record_): string | undefined => {
  for (const [name, plan] of of) {
    const id = value[name];
    if (plan.kind === 'subject' && typeof id === 'string') return id;
  }
  return undefined;
};

/** The members of a value that a plan speaks of. */
const parts = (plan: PersonalPlan, value: Json | undefined): [string | number, PersonalPlan, Json][] => {
  if (plan.kind === 'each') {
    if (Array.isArray(value)) return (value as Json[]).map((item, n) => [n, plan.of, item]);
    return isObject(value)
      ? Object.entries(value).flatMap(([name, item]) => (item === undefined ? [] : [[name, plan.of, item]]))
      : [];
  }
  if (plan.kind !== 'members' || !isObject(value)) return [];
  return [...plan.of].flatMap(([name, of]) => {
    const member = value[name];
    return member === undefined ? [] : [[name, of, member]];
  });
};

/** The first person that a value names, looked for from the outside in; undefined when it names none. */
export const subjectOf = (plan: PersonalPlan, value: Json): string | undefined => {
  if (plan.kind === 'members' && isObject(value)) {
    const own = namedIn(plan.of, value);
    if (own !== undefined) return own;
  }
  for (const [, of, member] of parts(plan, value)) {
    const found = subjectOf(of, member);
    if (found !== undefined) return found;
  }
  return undefined;
};

/**
 * Parts a value from what is personal in it. A personal value belongs to the person named beside it, or by the nearest
 * object around it, or else to the first whom the value names at all; one that belongs to nobody stays.
 */
export const part = (plan: PersonalPlan, value: Json): Parted => {
  const taken = new Map<string, Taken[]>();
  const walk = (of: PersonalPlan, here: Json, path: Path, whose: string | undefined): Json | undefined => {
    if (of.kind === 'subject') return here;
    if (of.kind === 'value') {
      if (whose === undefined) return here;
      taken.set(whose, [...(taken.get(whose) ?? []), [path, here]]);
      return of.forgotten;
    }
    const nearest = of.kind === 'members' && isObject(here) ? (namedIn(of.of, here) ?? whose) : whose;
    const changed = parts(of, here).map(
      ([name, plan_, member]) => [name, walk(plan_, member, [...path, name], nearest)] as const,
    );
    if (changed.length === 0) return here;
    if (Array.isArray(here)) return changed.map(([, member]) => member ?? '');
    return { ...(here as Record_), ...Object.fromEntries(changed) };
  };
  const open = walk(plan, value, [], subjectOf(plan, value)) ?? '';
  return { open, taken };
};

const withValue = (value: Json, [first, ...rest]: Path, put: Json): Json => {
  if (first === undefined) return put;
  if (Array.isArray(value))
    return (value as Json[]).map((item, n) => (n === first ? withValue(item, rest, put) : item));
  const object = isObject(value) ? value : {};
  return { ...object, [first]: withValue(object[first] ?? {}, rest, put) };
};

/** Puts back what was parted. */
export const rejoin = (open: Json, taken: readonly Taken[]): Json =>
  taken.reduce((value, [path, put]) => withValue(value, path, put), open);
