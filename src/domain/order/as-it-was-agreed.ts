import {
  reject,
  said,
  unlessSince,
  type DataOf,
  type Done,
  type Inverse,
  type Then,
} from '../../kernel/index.ts';
import type { OrderId } from '../ids.ts';
import { quantity } from '../quantity.ts';
import { same } from '../same.ts';
import type { Changes, LineChange } from './changes.ts';
import { OrderRevised } from './events.ts';
import type { OrderLine } from './parts.ts';
import { orders } from './state.ts';
import type { ByLine } from './goods.ts';

type Revised = DataOf<typeof OrderRevised>;
type Agreed = Revised['before'];

const orNone = <Value>(value: Value | undefined): Value | 'none' => value ?? 'none';

const lineBack = (line: OrderLine, now: OrderLine | undefined, cancelled: ByLine): LineChange[] => {
  const { lineId, productId, variantId, unitPrice, discount } = line;
  if (!now)
    return [{ kind: 'add', lineId, productId, variantId, quantity: line.quantity, unitPrice, discount }];
  if (same(line, now)) return [];
  const active = quantity(line.quantity - (cancelled[lineId] ?? 0));
  return [{ kind: 'change', lineId, quantity: active, unitPrice, discount: orNone(discount) }];
};

/** The changes that make of what was agreed anew what had been agreed. */
const changesBack = (before: Agreed, after: Agreed, cancelled: ByLine): Changes => {
  const now = new Map(after.lines.map((line) => [line.lineId, line]));
  const then = new Set(before.lines.map(({ lineId }) => lineId));
  const added = after.lines.filter(({ lineId }) => !then.has(lineId));
  const { shipping, promisedOn, dueOn } = before;
  return {
    lines: [
      ...before.lines.flatMap((line) => lineBack(line, now.get(line.lineId), cancelled)),
      ...added.map(({ lineId }) => ({ kind: 'remove' as const, lineId })),
    ],
    ...(same(before.customer, after.customer) ? {} : { customerId: orNone(before.customer?.customerId) }),
    discount: orNone(before.discount),
    shipping: orNone(shipping && { amount: shipping.amount, taxRate: shipping.taxRate }),
    dates: { promisedOn, dueOn },
  };
};

/** Agreed once more as it had been. What was taken out comes back at its old price, with the product's name of today. */
export const asItWasAgreed = async (
  done: Done<{ readonly orderId: OrderId }>,
  { before }: Then,
): Promise<Inverse> => {
  const { orderId } = done.payload;
  const { cancelledItems } = (await before(orders, orderId)).state;
  const revised = said(done, OrderRevised);
  // Whoever is picked is picked as they are now: an old address is in no command.
  const { before: was, after: is } = revised ?? {};
  if (is && was?.customer?.customerId === is.customer?.customerId && !same(was?.customer, is.customer))
    return reject(
      'customer-renewed',
      'The order took over where its customer lives by now: their address from before can’t be put back.',
    );
  return unlessSince(done, [OrderRevised], () =>
    revised
      ? [
          {
            type: 'ReviseOrder',
            payload: {
              orderId,
              baseRevision: revised.revision,
              changes: changesBack(revised.before, revised.after, cancelledItems),
              reason: done.reason,
            },
          },
        ]
      : [],
  );
};
