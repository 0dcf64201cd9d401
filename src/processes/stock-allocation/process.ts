import { defineProcess, type Step } from '../../kernel/index.ts';
import type { OrderId } from '../../domain/ids.ts';
import {
  ItemsShipped,
  OrderCancelled,
  orderIdOf,
  OrderReleased,
  OrderSubmitted,
} from '../../domain/order/index.ts';
import { StockIssued, StockReserved } from '../../domain/stock/index.ts';
import { allocate, issue, release, reserve, shortageReason } from './effects.ts';
import {
  answered,
  asking,
  askingAgain,
  givenBack,
  gone,
  nothingToDo,
  type AllocationState,
} from './state.ts';

const quiet = (state: AllocationState): Step<AllocationState> => ({ state, effects: [] });

/**
 * Every line is answered: the order is told. A line that is short and may not wait undoes the others (the compensation):
 * all is given back, and the order is held for a person to decide.
 */
const conclude = (orderId: OrderId, state: AllocationState): Step<AllocationState> => {
  const refused = state.lines.filter((line) => line.short > line.backOrdered);
  if (refused.length === 0) {
    const allocated: AllocationState = { ...state, phase: 'allocated' };
    return { state: allocated, effects: [allocate(orderId, allocated)] };
  }
  const back = givenBack(state);
  return {
    state: back,
    effects: [...release(orderId, state), allocate(orderId, back, shortageReason(refused))],
  };
};

/** Keeps the shelves and the open orders in step. One instance per order; its name is for ever. */
export const stockAllocation = defineProcess<AllocationState>({
  name: 'stock-allocation',
  initial: nothingToDo,
})
  .on(OrderSubmitted, {
    instance: ({ data }) => (data.stock === 'tracked' ? data.orderId : undefined),
    step: (_, { data }) => {
      const state = asking(data);
      const insists = data.override !== undefined;
      return { state, effects: reserve(data.orderId, state, insists ? 'always' : 'by-policy') };
    },
  })
  .on(StockReserved, {
    instance: ({ data }) => data.orderId,
    step: (before, { data }) => {
      if (before.phase === 'idle' || before.phase === 'given-back') return quiet(before);
      const state = answered(before, data);
      return state.lines.every((line) => line.answered) ? conclude(data.orderId, state) : quiet(state);
    },
  })
  // A person lets the order go on knowing that stock is short: now whatever is missing waits.
  .on(OrderReleased, {
    instance: (event) => (event.data.cause === 'stock' ? orderIdOf(event) : undefined),
    step: (before, event) => {
      if (before.phase !== 'given-back') return quiet(before);
      const state = askingAgain(before);
      return { state, effects: reserve(orderIdOf(event), state, 'always') };
    },
  })
  .on(OrderCancelled, {
    instance: orderIdOf,
    step: (before, event) => ({ state: nothingToDo, effects: release(orderIdOf(event), before) }),
  })
  .on(ItemsShipped, {
    instance: (event) => (event.data.stock === 'leaves' ? orderIdOf(event) : undefined),
    step: (before, event) => {
      const { fulfilmentId, lines } = event.data;
      const effects = issue(orderIdOf(event), before, fulfilmentId, lines);
      return { state: { ...before, leaving: before.leaving + effects.length }, effects };
    },
  })
  .on(StockIssued, {
    instance: ({ data }) => data.orderId,
    step: (before, { data }) => {
      const state = gone(before, data);
      if (state.lines.every((line) => line.issued >= line.wanted)) return quiet(nothingToDo);
      const told = state.leaving === 0 && state.phase === 'allocated';
      return { state, effects: told ? [allocate(data.orderId, state)] : [] };
    },
  });
