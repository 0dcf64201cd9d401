import * as z from 'zod/mini';

export const QUANTITY_DECIMALS = 3;
export const UNIT_PRICE_DECIMALS = 4;
/** Of a percentage: 8.875 % is 8875. */
export const RATE_DECIMALS = 3;
/** 100 % in thousandths of a percent. */
export const WHOLE = 100_000;

/** Thousandths of the line's unit: 1500 is 1.5 kg. Zero is a line that was cancelled whole. */
export const Quantity = z.int().check(z.nonnegative()).brand<'Quantity'>();
export type Quantity = z.infer<typeof Quantity>;

/** A quantity somebody asks for: more than nothing. */
export const PositiveQuantity = Quantity.check(z.positive());

/** Ten-thousandths of a MAJOR unit in every currency: 98000 is 9.80 EUR, 9.8 KWD or 9.8 JPY for one unit. */
export const UnitPrice = z.int().check(z.nonnegative()).brand<'UnitPrice'>();
export type UnitPrice = z.infer<typeof UnitPrice>;

/** Thousandths of a percent: 19000 is 19 %, 8875 is 8.875 %. Up to 1000 %. */
export const TaxRate = z
  .int()
  .check(z.nonnegative(), z.maximum(10 * WHOLE))
  .brand<'TaxRate'>();
export type TaxRate = z.infer<typeof TaxRate>;

/** Thousandths of a percent taken off: 15000 is 15 %. Up to 100 %. */
export const DiscountRate = z.int().check(z.nonnegative(), z.maximum(WHOLE)).brand<'DiscountRate'>();
export type DiscountRate = z.infer<typeof DiscountRate>;
