import type { Shape } from './widens.ts';

/** A text for each pattern that stored events are held to. */
const TEXTS: readonly (readonly [pattern: RegExp, text: string])[] = [
  [/A-Z\]\{3\}/, 'EUR'],
  [/\\p\{L\}/, 'Ré-1'],
  [/data:image/, 'data:image/png;base64,iVBORw0KGgo='],
  [/https/, 'https://example.org/a?b=c'],
  [/\[0-9a-f\]\+/, 'c0ffee'],
];
const FORMATS: Readonly<Record<string, string>> = {
  uuid: '0197a3c0-0000-4000-8000-000000000001',
  date: '2026-02-28',
  'date-time': '2026-02-28T23:59:59.999Z',
};

export class NoSampleError extends Error {
  override readonly name = 'NoSampleError';
}

interface Text {
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
}

interface Whole {
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
}

const text = (shape: Shape): string => {
  const { format, pattern, minLength = 0, maxLength = 200 } = shape as Text;
  const known = format === undefined ? undefined : FORMATS[format];
  if (known !== undefined) return known;
  if (pattern === undefined) return 'Zoë’s “tea”'.slice(0, maxLength).padEnd(minLength, 'x');
  const match = TEXTS.find(([of]) => of.test(pattern))?.[1];
  if (match === undefined) throw new NoSampleError(`No sample for ${pattern}: add one to TEXTS.`);
  return match.padEnd(minLength, '0');
};

const whole = (shape: Shape): number => {
  const { minimum = -Infinity, exclusiveMinimum = -Infinity, maximum = 7 } = shape as Whole;
  return Math.max(minimum, exclusiveMinimum + 1, Math.min(7, maximum));
};

/** A value of a shape. `full`: with all that may be left out; `turn` chooses among values and shapes. */
const sample = (shape: Shape, full: boolean, turn: number): unknown => {
  const choices = shape.anyOf ?? shape.oneOf;
  if (choices) return sample(choices[turn % choices.length] ?? {}, full, turn);
  if ('const' in shape) return shape['const'];
  if (shape.enum) return shape.enum[turn % shape.enum.length];
  switch (shape['type']) {
    case 'string':
      return text(shape);
    case 'integer':
      return whole(shape);
    case 'boolean':
      return turn % 2 === 0;
    case 'array': {
      const { items, minItems = 0 } = shape as { items?: Shape; minItems?: number };
      const count = full ? Math.max(1, minItems) : minItems;
      return Array.from({ length: count }, () => sample(items ?? {}, full, turn));
    }
    case 'object':
      return members(shape, full, turn);
    default:
      throw new NoSampleError(`No sample for ${JSON.stringify(shape)}.`);
  }
};

const members = (shape: Shape, full: boolean, turn: number): unknown => {
  const named = Object.entries(shape.properties ?? {})
    .filter(([name]) => full || shape.required?.includes(name))
    .map(([name, member]) => [name, sample(member, full, turn)]);
  const more = shape.additionalProperties;
  if (full && typeof more === 'object') {
    const key = shape['propertyNames'] as Shape | undefined;
    named.push([String(key ? sample(key, full, turn) : 'any'), sample(more, full, turn)]);
  }
  return Object.fromEntries(named);
};

/** As many values as a shape has choices at any place; the first is the least that it allows. */
export const samplesOf = (shape: Shape): readonly unknown[] => {
  const turns = Math.max(1, ...choicesIn(shape));
  const all = [
    sample(shape, false, 0),
    ...Array.from({ length: turns }, (_, turn) => sample(shape, true, turn)),
  ];
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
};

const choicesIn = (shape: unknown): readonly number[] => {
  if (typeof shape !== 'object' || shape === null) return [];
  const { anyOf = [], oneOf = [], enum: values = [] } = shape as Shape;
  return [anyOf.length, oneOf.length, values.length, ...Object.values(shape).flatMap(choicesIn)];
};
