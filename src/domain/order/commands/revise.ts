import * as z from 'zod/mini';
import { defineCommand, ok, reject, type Read } from '../../../kernel/index.ts';
import { customers } from '../../customer/index.ts';
import { OrderId } from '../../ids.ts';
import { Reason } from '../../text.ts';
import { Changes } from '../changes.ts';
import { OrderRevised } from '../events.ts';
import { bookSettings, catalogueOf } from '../look-up.ts';
import { called, forOrder, whenOpen } from '../refusals.ts';
import { previewRevision } from '../revision.ts';
import { orders } from '../state.ts';
import { asItWasAgreed } from '../as-it-was-agreed.ts';

const payload = z.strictObject({
  orderId: OrderId,
  /** The order's revision that these changes were made on. */
  baseRevision: z.int().check(z.nonnegative()),
  changes: Changes,
  reason: Reason,
});

const load = async ({ orderId, changes }: z.infer<typeof payload>, read: Read) => {
  const { customerId = 'none' } = changes;
  return {
    order: await read(orders, orderId),
    book: await bookSettings(read),
    catalogue: await catalogueOf(
      read,
      (changes.lines ?? []).filter((line) => line.kind === 'add'),
    ),
    customer: customerId === 'none' ? undefined : (await read(customers, customerId)).state,
  };
};

/** What was agreed is agreed anew, in one step and for a reason. Lines that are not named keep what they were frozen with. */
export const ReviseOrder = defineCommand({
  type: 'ReviseOrder',
  payload,
  permission: 'order.take',
  load: (asked, read) => load(asked, read),
  decide: ({ orderId, baseRevision, changes, reason }, { order: { state }, book, ...world }) =>
    forOrder(
      orderId,
      whenOpen(orderId, state, () => {
        const { revision } = state;
        if (baseRevision !== revision)
          return reject(
            'revision-out-of-date',
            `${called(state)} was revised meanwhile. Look at it again before you change it.`,
            { baseRevision, revision },
          );
        const preview = previewRevision(orderId, state, changes, {
          ...world,
          shippingRate: book.defaultTaxRate,
        });
        if (!preview.ok) return preview;
        const { changed, before, after } = preview.value;
        return ok(changed ? [OrderRevised({ revision: revision + 1, before, after, reason })] : []);
      }),
    ),
  inverse: (done, then) => asItWasAgreed(done, then),
});
