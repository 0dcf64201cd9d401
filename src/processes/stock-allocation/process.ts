import { defineProcess, type Step } from '../../kernel/index.ts';
import type { FulfilmentId, OrderId } from '../../domain/ids.ts';
import {
  ItemsCollected,
  ItemsShipped,
  LineRemainderCancelled,
  OrderCancelled,
  OrderImportUndone,
  orderIdOf,
  OrderReleased,
  OrderReopened,
  OrderRevised,
  OrderSubmitted,
  ReturnReceived,
  type LineQuantity,
} from '../../domain/order/index.ts';
import { StockIssued, StockReleased, StockReserved } from '../../domain/stock/index.ts';
import { allocate, ask, askAgain, bringBack, issue, releaseAll } from './effects.ts';
import {
  cameBack,
  gone,
  nothingToDo,
  released,
  reserved,
  revised,
  undone,
  wanting,
  type AllocationState,
  type LineStock,
} from './state.ts';

type Move = Step<AllocationState>;

const quiet = (state: AllocationState): Move => ({ state, effects: [] });

const asking = (orderId: OrderId, state: AllocationState, which: (line: LineStock) => boolean): Move => {
  const { state: asked, effects } = ask(orderId, state, which);
  return { state: { ...asked, phase: 'asking' }, effects };
};

const notGone = (line: LineStock): boolean => line.issued < line.wanted;

/**
 * Once every line is answered the order is told. A line that is short and may not wait undoes the others (the
 * compensation): all is given back, and the order is held for a person to decide. Who decided already waits for it.
 */
const concluded = (orderId: OrderId, state: AllocationState): Move => {
  if (state.phase === 'idle' || state.phase === 'given-back') return quiet(state);
  if (state.lines.some((line) => !line.answered)) return quiet(state);
  const refused = state.lines.filter((line) => line.short > line.backOrdered);
  if (refused.length === 0) {
    const allocated: AllocationState = { ...state, phase: 'allocated' };
    return { state: allocated, effects: [allocate(orderId, allocated)] };
  }
  if (state.insists) return asking(orderId, state, (line) => refused.includes(line));
  return {
    state: { ...state, phase: 'given-back' },
    effects: [...releaseAll(orderId, state.lines), allocate(orderId, state, refused)],
  };
};

/** Other quantities are wanted: what changed is asked for, and after a compensation everything once more. */
const rewanted = (orderId: OrderId, before: AllocationState, lines: readonly LineStock[]): Move => {
  const state = { ...before, lines };
  const inBoth = (line: LineStock, all: readonly LineStock[]) =>
    all.find((one) => one.lineId === line.lineId && one.productId === line.productId);
  const dropped = before.lines.filter((line) => !inBoth(line, lines));
  const changed = (line: LineStock) => (inBoth(line, before.lines)?.wanted ?? 0) !== line.wanted;
  const again = before.phase === 'given-back' ? notGone : changed;
  if (!lines.some(again) && dropped.length === 0) return quiet(state);
  const { state: after, effects } = asking(orderId, state, again);
  const ending = after.lines.every((line) => line.answered) ? concluded(orderId, after) : quiet(after);
  return {
    state: ending.state,
    effects: [...releaseAll(orderId, dropped), ...effects, ...ending.effects],
  };
};

const leaving = (
  orderId: OrderId,
  before: AllocationState,
  { fulfilmentId, lines }: { readonly fulfilmentId: FulfilmentId; readonly lines: readonly LineQuantity[] },
): Move => {
  const effects = issue(orderId, before, fulfilmentId, lines);
  return { state: { ...before, leaving: before.leaving + effects.length }, effects };
};

/** A shelf answers in the moment in which it is asked, once the command was decided. */
const PATIENCE_MS = 60_000;

/** Keeps the shelves and the open orders in step. One instance per order; its name is for ever. */
export const stockAllocation = defineProcess<AllocationState>({
  name: 'stock-allocation',
  initial: nothingToDo,
  awaits: {
    patience: PATIENCE_MS,
    of: ({ phase, asks }) => (phase === 'asking' ? { what: 'shelf', turn: asks } : undefined),
    again: (state, orderId) => askAgain(orderId as OrderId, state),
  },
})
  .on(OrderSubmitted, {
    instance: ({ data }) => (data.stock === 'settled' ? undefined : data.orderId),
    // What is handed over as it is sold leaves at once: nobody has to keep it.
    step: (before, { data }) => {
      const state = wanting(before, data);
      return data.stock === 'tracked' ? asking(data.orderId, state, () => true) : quiet(state);
    },
  })
  .on(StockReserved, {
    instance: ({ data }) => data.orderId,
    step: (before, { data }) => concluded(data.orderId, reserved(before, data)),
  })
  .on(StockReleased, {
    instance: ({ data }) => data.orderId,
    step: (before, { data }) => concluded(data.orderId, released(before, data)),
  })
  .on(OrderRevised, {
    instance: orderIdOf,
    step: (before, event) =>
      rewanted(orderIdOf(event), before, revised(before, event.data.before.lines, event.data.after.lines)),
  })
  .on(LineRemainderCancelled, {
    instance: orderIdOf,
    step: (before, event) => {
      const off = new Map(event.data.lines.map(({ lineId, quantity }) => [lineId, quantity]));
      const lines = before.lines.map((line) => ({
        ...line,
        wanted: line.wanted - (off.get(line.lineId) ?? 0),
      }));
      return rewanted(orderIdOf(event), before, lines);
    },
  })
  // A person lets the order go on knowing that stock is short: now whatever is missing waits.
  .on(OrderReleased, {
    instance: (event) => (event.data.cause === 'stock' ? orderIdOf(event) : undefined),
    step: (before, event) => {
      const state = { ...before, insists: true };
      return before.phase === 'given-back' ? asking(orderIdOf(event), state, notGone) : quiet(state);
    },
  })
  .on(OrderImportUndone, {
    instance: orderIdOf,
    step: (before, event) => ({
      state: undone(before),
      effects: releaseAll(orderIdOf(event), before.lines),
    }),
  })
  .on(OrderCancelled, {
    instance: orderIdOf,
    step: (before, event) => ({
      state: { ...before, phase: 'idle' },
      effects: releaseAll(orderIdOf(event), before.lines),
    }),
  })
  .on(OrderReopened, {
    instance: orderIdOf,
    step: (before, event) =>
      asking(orderIdOf(event), { ...before, openings: before.openings + 1 }, (line) => line.wanted > 0),
  })
  .on(ItemsShipped, {
    instance: (event) => (event.data.stock === 'leaves' ? orderIdOf(event) : undefined),
    step: (before, event) => leaving(orderIdOf(event), before, event.data),
  })
  .on(ItemsCollected, {
    instance: (event) => (event.data.stock === 'leaves' ? orderIdOf(event) : undefined),
    step: (before, event) => leaving(orderIdOf(event), before, event.data),
  })
  .on(StockIssued, {
    instance: ({ data }) => data.orderId,
    step: (before, { data }) => {
      const state = gone(before, data);
      const told = state.leaving === 0 && state.phase === 'allocated' && state.lines.some(notGone);
      return { state, effects: told ? [allocate(data.orderId, state)] : [] };
    },
  })
  .on(ReturnReceived, {
    instance: orderIdOf,
    step: (before, event) => {
      const { state, items } = cameBack(before, event.data);
      return { state, effects: bringBack(orderIdOf(event), items) };
    },
  });
