import { send, type Effect } from '../../kernel/index.ts';
import type { FulfilmentId, LineId, OrderId } from '../../domain/ids.ts';
import { AllocateOrder } from '../../domain/order/index.ts';
import { PositiveQuantity, toDecimalString, type Quantity } from '../../domain/pricing/index.ts';
import { quantity } from '../../domain/quantity.ts';
import { IssueStock, ReleaseStock, ReserveStock, ReturnStock } from '../../domain/stock/index.ts';
import type { AllocationState, cameBack, LineStock } from './state.ts';

const release = (orderId: OrderId, { productId, lineId }: LineStock): Effect =>
  send(ReleaseStock, { productId, orderId, lineId });

/** One per line that holds or awaits something, or goes without, or whose answer is still to come. */
export const releaseAll = (orderId: OrderId, lines: readonly LineStock[]): readonly Effect[] =>
  lines
    .filter(
      ({ answered, reserved, backOrdered, uncounted }) =>
        !answered || reserved > 0 || backOrdered > 0 || uncounted,
    )
    .map((line) => release(orderId, line));

const reserve = (
  orderId: OrderId,
  { insists }: AllocationState,
  { productId, lineId, wanted, ask: number }: LineStock,
): Effect =>
  send(ReserveStock, {
    ...{ productId, orderId, lineId, quantity: PositiveQuantity.parse(wanted), ask: number },
    backOrder: insists ? 'always' : 'by-policy',
  });

/** The same askings once more, as far as no answer has come. */
export const askAgain = (orderId: OrderId, state: AllocationState): readonly Effect[] =>
  state.lines.filter((line) => !line.answered).map((line) => reserve(orderId, state, line));

/**
 * Asks for these lines at their shelves, each asking with a number of its own; of what is wanted no more all is given up,
 * which nobody has to answer.
 */
export const ask = (
  orderId: OrderId,
  state: AllocationState,
  which: (line: LineStock) => boolean,
): { readonly state: AllocationState; readonly effects: readonly Effect[] } => {
  const effects: Effect[] = [];
  let { asks } = state;
  const lines = state.lines.map((line): LineStock => {
    if (!which(line)) return line;
    if (line.wanted === 0) {
      effects.push(release(orderId, line));
      return { ...line, answered: true };
    }
    asks += 1;
    const asking = { ...line, ask: asks, answered: false };
    effects.push(reserve(orderId, state, asking));
    return asking;
  });
  return { state: { ...state, lines, asks }, effects };
};

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

export const bringBack = (orderId: OrderId, items: ReturnType<typeof cameBack>['items']): readonly Effect[] =>
  items.map(({ productId, lineId, returnId, disposition, inAll }) =>
    send(ReturnStock, { productId, orderId, lineId, returnId, disposition, quantity: quantity(inAll) }),
  );

/** Tells the order what is kept for it; with `hold`, that nothing is, and why. */
export const allocate = (orderId: OrderId, { lines, openings }: AllocationState, hold?: string): Effect =>
  send(AllocateOrder, {
    orderId,
    lines: lines.map((line) => ({
      lineId: line.lineId,
      reserved: quantity(hold === undefined ? line.reserved : 0),
      backOrdered: quantity(hold === undefined ? line.backOrdered : 0),
      ...(line.uncounted && { uncounted: true as const }),
    })),
    hold,
    ...(openings > 0 && { openings }),
  });

const shown = (thousandths: number): string => toDecimalString(thousandths, 3, 0);

/** What the seller reads on the held order; no longer than a reason may be. */
export const shortageReason = (lines: readonly LineStock[]): string => {
  const missing = lines.map(
    ({ name, unit, short, wanted }) => `${name} (${shown(short)} of ${shown(wanted)} ${unit} missing)`,
  );
  const reason = `Not enough stock: ${missing.join(', ')}`;
  return reason.length <= 500 ? reason : `${reason.slice(0, 499)}…`;
};
