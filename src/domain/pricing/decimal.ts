import { done, refused, type Outcome } from './outcome.ts';

export type DecimalProblem =
  | 'empty'
  /** Letters, signs in the wrong place, groups of the wrong size. */
  | 'not-a-number'
  /** "1.234" may be one and a bit or a thousand: the caller did not say which mark is the decimal one. */
  | 'ambiguous'
  | 'too-many-decimals'
  | 'too-large'
  | 'negative';

/** The digits of a number as text, taken apart: "12" and "50". */
export interface DecimalParts {
  readonly negative: boolean;
  readonly whole: string;
  readonly fraction: string;
}

export interface DecimalLimits {
  /** How many decimals the integer holds: 2 turns 12.5 into 1250. */
  readonly decimals: number;
  readonly allowNegative?: boolean | undefined;
}

/** Longer than any number we could hold, short enough that BigInt stays cheap on hostile text. */
export const LONGEST_NUMBER = 40;

/** Parts to a safe integer, scaled by 10^decimals. */
export function scale(parts: DecimalParts, limits: DecimalLimits): Outcome<number, DecimalProblem> {
  const { negative, whole, fraction } = parts;
  if (fraction.length > limits.decimals) return refused('too-many-decimals');
  const value = Number(BigInt(whole + fraction.padEnd(limits.decimals, '0')));
  if (!Number.isSafeInteger(value)) return refused('too-large');
  if (!negative || value === 0) return done(value);
  return limits.allowNegative === true ? done(-value) : refused('negative');
}

/**
 * A number as files write it ("9.8", "-0.15", "14.0000"): a point, no grouping. Exact: zeros at the end are dropped, any other
 * decimal too many is a problem, never rounded away.
 */
export function parsePlainDecimal(text: string, limits: DecimalLimits): Outcome<number, DecimalProblem> {
  const trimmed = text.trim();
  if (trimmed === '') return refused('empty');
  if (trimmed.length > LONGEST_NUMBER) return refused('too-large');
  const match = /^(-?)(\d*)\.?(\d*)$/.exec(trimmed);
  const [, sign = '', whole = '', fraction = ''] = match ?? [];
  if (whole + fraction === '') return refused('not-a-number');
  return scale({ negative: sign === '-', whole, fraction: fraction.replace(/0+$/, '') }, limits);
}

/**
 * The exact decimal of a scaled safe integer, with a point: (1250, 2) → "12.50". With `atLeast`, zeros at the end beyond that many decimals
 * are left out: (98000, 4, 2) → "9.80". `parsePlainDecimal` reads it back to the same integer.
 */
export function toDecimalString(value: number, decimals: number, atLeast = decimals): string {
  const digits = String(Math.abs(value)).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = digits.slice(digits.length - decimals);
  const kept = fraction.slice(0, atLeast) + fraction.slice(atLeast).replace(/0+$/, '');
  return `${value < 0 ? '-' : ''}${whole}${kept === '' ? '' : `.${kept}`}`;
}
