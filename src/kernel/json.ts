/** What the log may hold: JSON without floats and without null, so that its bytes are canonical. */
export type Json = string | number | boolean | readonly Json[] | { readonly [key: string]: Json | undefined };

export class NotCanonicalError extends Error {
  override readonly name = 'NotCanonicalError';
}

/** What JSON writes as it stands: most strings, which are ids, names of members, days. */
const PLAIN = /^[ !#-[\]-~]*$/;

const text = (value: string): string => {
  if (PLAIN.test(value)) return `"${value}"`;
  if (!value.isWellFormed()) throw new NotCanonicalError('a string holds half of a surrogate pair');
  return JSON.stringify(value);
};

const integer = (value: number): string => {
  if (!Number.isSafeInteger(value)) throw new NotCanonicalError(`${String(value)} is not a safe integer`);
  return Object.is(value, -0) ? '0' : String(value);
};

/** The members that an object has, by name, as it has them and as they are written: in order of code units. */
interface Shape {
  readonly keys: readonly string[];
  readonly members: readonly { readonly key: string; readonly written: string }[];
}

/** Objects come again and again in a few hundred shapes; those whose names are ids are not worth remembering. */
const MAX_SHAPES = 1_000;
const MAX_ALIKE = 20;
const shapes = new Map<string, Shape[]>();
let shapesKnown = 0;

const isSame = (one: readonly string[], other: readonly string[]): boolean => {
  if (one.length !== other.length) return false;
  for (let n = 0; n < one.length; n += 1) if (one[n] !== other[n]) return false;
  return true;
};

const shapeOf = (keys: readonly string[]): Shape => {
  const [first = ''] = keys;
  const alike = shapes.get(first);
  if (alike) for (const shape of alike) if (isSame(shape.keys, keys)) return shape;
  const shape = { keys, members: keys.toSorted().map((key) => ({ key, written: `${text(key)}:` })) };
  if (shapesKnown < MAX_SHAPES && (alike?.length ?? 0) < MAX_ALIKE) {
    shapesKnown += 1;
    if (alike) alike.push(shape);
    else shapes.set(first, [shape]);
  }
  return shape;
};

const members = (value: Readonly<Record<string, unknown>>, known?: Written): string => {
  let all = '';
  for (const { key, written } of shapeOf(Object.keys(value)).members) {
    const member = value[key];
    if (member !== undefined) all += `${all === '' ? '' : ','}${written}${canonicalJson(member, known)}`;
  }
  return all;
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
