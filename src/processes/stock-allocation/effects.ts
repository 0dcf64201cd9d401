import { send, type Effect } from '../../kernel/index.ts';
import type { FulfilmentId, LineId, OrderId } from '../../domain/ids.ts';
import { AllocateOrder, type ShortLine } from '../../domain/order/index.ts';
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
      return { ...line, answered: true, short: 0 };
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

const shown = (thousandths: number): string => toDecimalString(thousandths, 3, 0);

const shortLine = ({ name, unit, short, wanted }: LineStock): ShortLine => ({
  ...{ name, unit, missing: quantity(short), wanted: quantity(wanted) },
});

/** The same in plain English; no longer than a reason may be. */
const shortageReason = (lines: readonly ShortLine[]): string => {
  const each = lines.map(
    ({ name, unit, missing, wanted }) => `${name} (${shown(missing)} of ${shown(wanted)} ${unit} missing)`,
  );
  const reason = `Not enough stock: ${each.join(', ')}`;
  return reason.length <= 500 ? reason : `${reason.slice(0, 499)}…`;
};

/** Tells the order what is kept for it; with lines that are short, that nothing is, since these are. */
export const allocate = (
  orderId: OrderId,
  { lines, openings }: AllocationState,
  refused: readonly LineStock[] = [],
): Effect => {
  const short = refused.map(shortLine);
  const isKept = short.length === 0;
  return send(AllocateOrder, {
    orderId,
    lines: lines.map((line) => ({
      lineId: line.lineId,
      reserved: quantity(isKept ? line.reserved : 0),
      backOrdered: quantity(isKept ? line.backOrdered : 0),
      ...(line.uncounted && { uncounted: true as const }),
    })),
    ...(!isKept && { hold: shortageReason(short), short }),
    ...(openings > 0 && { openings }),
  });
};
