import * as z from 'zod/mini';
import { Day } from '../day.ts';
import { CustomerId, LineId } from '../ids.ts';
import { Discount, NonNegativeMinorUnits, PositiveQuantity, TaxRate, UnitPrice } from '../pricing/index.ts';
import { LineRequest } from './line.ts';

const none = z.literal('none');

const LineChange = z.discriminatedUnion('kind', [
  z.extend(LineRequest, { kind: z.literal('add') }),
  z.strictObject({
    kind: z.literal('change'),
    lineId: LineId,
    /** All that the customer is to get of it from now on: what was cancelled before stays so. */
    quantity: z.optional(PositiveQuantity),
    unitPrice: z.optional(UnitPrice),
    discount: z.optional(z.union([Discount, none])),
  }),
  z.strictObject({ kind: z.literal('remove'), lineId: LineId }),
]);
export type LineChange = z.infer<typeof LineChange>;

/** What shall be otherwise; what is left out stays as it was agreed. */
export const Changes = z.strictObject({
  lines: z.optional(z.array(LineChange).check(z.maxLength(1000))),
  /** The same customer again: as they are today. */
  customerId: z.optional(z.union([CustomerId, none])),
  discount: z.optional(z.union([Discount, none])),
  shipping: z.optional(
    z.union([z.strictObject({ amount: NonNegativeMinorUnits, taxRate: z.optional(TaxRate) }), none]),
  ),
  /** Both together: one that is left out is not set any more. */
  dates: z.optional(z.strictObject({ promisedOn: z.optional(Day), dueOn: z.optional(Day) })),
});
export type Changes = z.infer<typeof Changes>;

export const orNothing = <Value extends object>(
  change: Value | 'none' | undefined,
  present: Value | undefined,
): Value | undefined => (change === 'none' ? undefined : (change ?? present));
