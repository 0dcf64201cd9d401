import type { Shape } from './widens.ts';

const each = (name: string, within: readonly string[]): readonly string[] =>
  ['', ...within].map((path) => `.${name}${path}`);

/** Every member that a value of this shape may have, at any depth: `.lines[].discount.rate`. */
export const membersOf = (shape: Shape): readonly string[] => [
  ...[...(shape.anyOf ?? []), ...(shape.oneOf ?? [])].flatMap(membersOf),
  ...(shape.items ? membersOf(shape.items).map((path) => `[]${path}`) : []),
  ...Object.entries(shape.properties ?? {}).flatMap(([name, member]) => each(name, membersOf(member))),
];

/** Every member that this value has. */
export const membersIn = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(membersIn).map((path) => `[]${path}`);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    member === undefined ? [] : each(name, membersIn(member)),
  );
};
