import { parseTypedDecimal, toDecimalString, type DecimalProblem } from '../../domain/pricing/index.ts';
import { QUANTITY_DECIMALS, RATE_DECIMALS, UNIT_PRICE_DECIMALS } from '../../domain/pricing/index.ts';
import { currencyDigits, type CurrencyCode } from '../../domain/pricing/index.ts';
import { inLatin } from '../words/figures.ts';
import { decimalSeparator } from '../words/format.ts';
import { m } from '../words/index.ts';

/** What a number field holds: `money` minor units, `unit-price` ten-thousandths, `quantity` thousandths, `percent` thousandths of a percent, `whole` itself. */
export type NumberKind = 'money' | 'unit-price' | 'quantity' | 'percent' | 'whole';

interface Places {
  decimals: number;
  /** Decimals that are always written, as "12.50". */
  atLeast: number;
  /** What is shown of how it is written. */
  example?: number;
  /** What stands before or after the field's figure, and may be typed with it: "7 %", "12,50 €". */
  marks?: readonly string[];
}

const symbolOf = (currency: string): string =>
  new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
    .formatToParts(0)
    .find(({ type }) => type === 'currency')?.value ?? currency;

export function placesOf(kind: NumberKind, currency: string | undefined): Places {
  const digits = currency === undefined ? 2 : currencyDigits(currency as CurrencyCode);
  const marks = currency === undefined ? [] : [currency, symbolOf(currency)];
  switch (kind) {
    case 'money':
      return { decimals: digits, atLeast: digits, marks };
    case 'unit-price':
      return { decimals: UNIT_PRICE_DECIMALS, atLeast: digits, marks };
    case 'quantity':
      return { decimals: QUANTITY_DECIMALS, atLeast: 0 };
    case 'percent':
      return { decimals: RATE_DECIMALS, atLeast: 0, example: 7_500, marks: ['%', '٪'] };
    case 'whole':
      return { decimals: 0, atLeast: 0 };
  }
}

/** The integer as the person would type it: their decimal mark, no grouping. */
export function typedForm(value: number, places: Places): string {
  return toDecimalString(value, places.decimals, places.atLeast).replace('.', decimalSeparator());
}

function withoutMark(text: string, marks: readonly string[] = []): string {
  const typed = text.trim();
  const mark = marks.find((one) => typed.startsWith(one) || typed.endsWith(one));
  if (mark === undefined) return typed;
  return typed.startsWith(mark) ? typed.slice(mark.length) : typed.slice(0, -mark.length);
}

/** The text as an integer; null for empty or unreadable text, the latter with a sentence about it. */
export function readTyped(
  text: string,
  places: Places,
  allowNegative: boolean,
): { value: number | null; problem?: string } {
  const parsed = parseTypedDecimal(inLatin(withoutMark(text, places.marks)), {
    decimals: places.decimals,
    allowNegative,
    decimalSeparator: decimalSeparator(),
  });
  if (parsed.ok) return { value: parsed.value };
  if (parsed.error === 'empty') return { value: null };
  return { value: null, problem: sentence(parsed.error, places) };
}

function sentence(problem: Exclude<DecimalProblem, 'empty'>, places: Places): string {
  switch (problem) {
    case 'not-a-number':
    case 'ambiguous':
      return m.parts_number_unreadable({
        example: typedForm(places.example ?? 125 * 10 ** places.decimals, places),
      });
    case 'too-many-decimals':
      return places.decimals === 0
        ? m.parts_number_whole()
        : m.parts_number_too_precise({ digits: places.decimals });
    case 'too-large':
      return m.parts_number_too_big();
    case 'negative':
      return m.parts_number_negative();
  }
}
