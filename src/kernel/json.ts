/** What the log may hold: JSON without floats and without null, so that its bytes are canonical. */
export type Json = string | number | boolean | readonly Json[] | { readonly [key: string]: Json | undefined };

export class NotCanonicalError extends Error {
  override readonly name = 'NotCanonicalError';
}

const text = (value: string): string => {
  if (!value.isWellFormed()) throw new NotCanonicalError('a string holds half of a surrogate pair');
  return JSON.stringify(value);
};

const integer = (value: number): string => {
  if (!Number.isSafeInteger(value)) throw new NotCanonicalError(`${String(value)} is not a safe integer`);
  return Object.is(value, -0) ? '0' : String(value);
};

/** Member names come again and again, in a few hundred kinds; ids that are used as names are not worth remembering. */
const MAX_NAMES = 1_000;
const names = new Map<string, string>();

const name = (key: string): string => {
  const known = names.get(key);
  if (known !== undefined) return known;
  const written = `${text(key)}:`;
  if (names.size < MAX_NAMES) names.set(key, written);
  return written;
};

/** By code unit, which is how `sort` does it by itself. */
const members = (value: Readonly<Record<string, unknown>>, known?: Written): string => {
  let written = '';
  for (const key of Object.keys(value).sort()) {
    const member = value[key];
    if (member !== undefined)
      written += `${written === '' ? '' : ','}${name(key)}${canonicalJson(member, known)}`;
  }
  return written;
};

/** Values whose canonical text is known already. */
export type Written = WeakMap<object, string>;

/**
 * The one text of a JSON value: keys sorted by code unit, `undefined` members left out, no white space.
 * A subset of RFC 8785 in which only safe integers are numbers. What `known` has is not written again.
 * @throws NotCanonicalError for floats, null, functions, and ill-formed strings.
 */
export const canonicalJson = (value: unknown, known?: Written): string => {
  switch (typeof value) {
    case 'string':
      return text(value);
    case 'number':
      return integer(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object': {
      if (value === null) throw new NotCanonicalError('null has no place in the log: leave the member out');
      const before = known?.get(value);
      if (before !== undefined) return before;
      if (Array.isArray(value)) return `[${value.map((each) => canonicalJson(each, known)).join(',')}]`;
      return `{${members(value as Readonly<Record<string, unknown>>, known)}}`;
    }
    default:
      throw new NotCanonicalError(`${typeof value} cannot be kept`);
  }
};
