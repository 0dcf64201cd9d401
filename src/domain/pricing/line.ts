import type { CurrencyDigits } from './currency.ts';
import { QUANTITY_DECIMALS, UNIT_PRICE_DECIMALS, type Quantity, type UnitPrice } from './measures.ts';
import { roundHalfAwayFromZero } from './rounding.ts';

const SCALE = 10n ** BigInt(QUANTITY_DECIMALS + UNIT_PRICE_DECIMALS);

/** quantity × unit price in minor units, rounded here and nowhere else. May exceed a safe integer: `priceOrder` checks. */
export function lineGross(quantity: Quantity, unitPrice: UnitPrice, digits: CurrencyDigits): bigint {
  return roundHalfAwayFromZero(BigInt(quantity) * BigInt(unitPrice) * 10n ** BigInt(digits), SCALE);
}
