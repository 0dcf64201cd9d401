import { currencyDigits, toDecimalString, type CurrencyCode } from '../../domain/pricing/index.ts';
import type { Cell } from './csv.ts';

type NumberCell = Exclude<Cell, string>;

/** Minor units, with the places of their currency: 24.50 */
export const money = (amount: number, currency: CurrencyCode): NumberCell => ({
  number: toDecimalString(amount, currencyDigits(currency)),
});
/** Ten-thousandths of a major unit: 9.80, 0.0125 */
export const price = (unitPrice: number): NumberCell => ({ number: toDecimalString(unitPrice, 4, 2) });
/** Thousandths: 3, 1.5 */
export const quantity = (thousandths: number): NumberCell => ({ number: toDecimalString(thousandths, 3, 0) });
export const wholeNumber = (count: number): NumberCell => ({ number: String(count) });
/** Thousandths of a percent: 19, 8.875 */
export const percent = (rate: number): NumberCell => ({ number: toDecimalString(rate, 3, 0) });
export const none: NumberCell = { number: '' };
