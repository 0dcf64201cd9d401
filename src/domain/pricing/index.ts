export { allocate } from './allocate.ts';
export { cashDue, cashRoundingEntry, CashStep } from './cash-rounding.ts';
export { CurrencyCode, currencyDigits } from './currency.ts';
export { parsePlainDecimal, toDecimalString, type DecimalProblem } from './decimal.ts';
export { Discount } from './discount.ts';
export {
  DiscountRate,
  PositiveQuantity,
  Quantity,
  QUANTITY_DECIMALS,
  RATE_DECIMALS,
  TaxRate,
  UNIT_PRICE_DECIMALS,
  UnitPrice,
} from './measures.ts';
export { lineGross } from './line.ts';
export {
  MinorUnits,
  minorUnits,
  Money,
  NonNegativeMinorUnits,
  PositiveMinorUnits,
  sumMinorUnits,
} from './money.ts';
export {
  balance,
  paymentStatus,
  type Balance,
  type MoneyOnOrder,
  type PaymentStatus,
} from './payment-status.ts';
export { PricedLine, PricedOrder, RateTotal } from './priced-order.ts';
export { TaxMode, TaxRounding } from './tax.ts';
export { prorated, proratedShare } from './prorate.ts';
export { priceOrder, type LineToPrice, type OrderToPrice, type PricingRefusal } from './totals.ts';
export { parseTypedDecimal, type TypedDecimalRules } from './typed-decimal.ts';
