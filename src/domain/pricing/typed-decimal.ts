import {
  LONGEST_NUMBER,
  scale,
  type DecimalLimits,
  type DecimalParts,
  type DecimalProblem,
} from './decimal.ts';
import { done, refused, type Outcome } from './outcome.ts';

export interface TypedDecimalRules extends DecimalLimits {
  /** The mark of the person's locale; it only decides "1.234" and "1,234", which are `ambiguous` without it. */
  readonly decimalSeparator?: '.' | ',' | undefined;
}

const GROUPED = /^\d{1,3}([.,' ])(?:\d{2,3}\1)*\d{3}$/;
const ONE_MARK_THREE_DIGITS = /^[1-9]\d{0,2}[.,]\d{3}$/;

/** Where the decimal mark stands; the text's length when there is none. */
function decimalMark(text: string, separator: '.' | ',' | undefined): Outcome<number, 'ambiguous'> {
  const last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
  if (last < 0) return done(text.length);
  const mark = text.charAt(last);
  if (text.indexOf(mark) < last) return done(text.length);
  if (!ONE_MARK_THREE_DIGITS.test(text)) return done(last);
  if (separator === undefined) return refused('ambiguous');
  return done(mark === separator ? last : text.length);
}

function takeApart(text: string, separator: '.' | ',' | undefined): Outcome<DecimalParts, DecimalProblem> {
  const negative = /^[-−]/.test(text);
  const unsigned = (negative ? text.slice(1) : text).trim();
  const at = decimalMark(unsigned, separator);
  if (!at.ok) return at;
  const whole = unsigned.slice(0, at.value);
  const fraction = unsigned.slice(at.value + 1);
  const readable = (/^\d*$/.test(whole) || GROUPED.test(whole)) && /^\d*$/.test(fraction);
  const digits = whole.replace(/\D/g, '');
  if (!readable || digits + fraction === '') return refused('not-a-number');
  return done({ negative, whole: digits, fraction });
}

/**
 * A number as a person types it: "12.50", "12,50", "1.234,56", "1 234.56", "1'234.50", ".5". Gives the integer scaled by 10^decimals,
 * or says what is wrong; nothing is guessed and nothing rounded, since a thousandfold price is worse than a question.
 */
export function parseTypedDecimal(text: string, rules: TypedDecimalRules): Outcome<number, DecimalProblem> {
  // `\s` covers the no-break and narrow spaces that French grouping uses; Switzerland groups with an apostrophe.
  // The true minus is how this app writes what is below zero: whoever copies it from there may paste it.
  const tidy = text.trim().replace(/\s/g, ' ').replace(/’/g, "'").replace('−', '-');
  if (tidy === '') return refused('empty');
  if (tidy.length > LONGEST_NUMBER) return refused('too-large');
  if (!/^[-−]?[\d.,' ]+$/.test(tidy)) return refused('not-a-number');
  const parts = takeApart(tidy, rules.decimalSeparator);
  return parts.ok ? scale(parts.value, rules) : parts;
}
