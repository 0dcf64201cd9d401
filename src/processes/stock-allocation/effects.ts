import { send, type Effect } from '../../kernel/index.ts';
import type { FulfilmentId, LineId, OrderId } from '../../domain/ids.ts';
import { AllocateOrder } from '../../domain/order/index.ts';
import { toDecimalString, type Quantity } from '../../domain/pricing/index.ts';
import { quantity } from '../../domain/quantity.ts';
import { IssueStock, ReleaseStock, ReserveStock } from '../../domain/stock/index.ts';
import type { AllocationState, LineAnswer } from './state.ts';

/** One per line that is not answered yet. */
export const reserve = (
  orderId: OrderId,
  { lines }: AllocationState,
  backOrder: 'by-policy' | 'always',
): readonly Effect[] =>
  lines
    .filter((line) => !line.answered)
    .map(({ productId, lineId, wanted }) =>
      send(ReserveStock, { productId, orderId, lineId, quantity: quantity(wanted), backOrder }),
    );

/** One per line that holds or awaits something, or whose answer is still to come. */
export const release = (orderId: OrderId, { lines }: AllocationState): readonly Effect[] =>
  lines
    .filter((line) => !line.answered || line.reserved > 0 || line.backOrdered > 0)
    .map(({ productId, lineId }) => send(ReleaseStock, { productId, orderId, lineId }));

export const issue = (
  orderId: OrderId,
  { lines }: AllocationState,
  fulfilmentId: FulfilmentId,
  shipped: readonly { readonly lineId: LineId; readonly quantity: Quantity }[],
): readonly Effect[] =>
  shipped.flatMap((item) => {
    const line = lines.find((one) => one.lineId === item.lineId);
    if (!line) return [];
    const { productId, lineId } = line;
    return [send(IssueStock, { productId, orderId, lineId, fulfilmentId, quantity: item.quantity })];
  });

/** Tells the order what is kept for it. */
export const allocate = (orderId: OrderId, { lines }: AllocationState, hold?: string): Effect =>
  send(AllocateOrder, {
    orderId,
    lines: lines.map(({ lineId, reserved, backOrdered }) => ({
      lineId,
      reserved: quantity(reserved),
      backOrdered: quantity(backOrdered),
    })),
    hold,
  });

const shown = (thousandths: number): string => toDecimalString(thousandths, 3, 0);

/** What the seller reads on the held order; no longer than a reason may be. */
export const shortageReason = (lines: readonly LineAnswer[]): string => {
  const missing = lines.map(
    ({ name, unit, short, wanted }) => `${name} (${shown(short)} of ${shown(wanted)} ${unit} missing)`,
  );
  const reason = `Not enough stock: ${missing.join(', ')}`;
  return reason.length <= 500 ? reason : `${reason.slice(0, 499)}…`;
};
