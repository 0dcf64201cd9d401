import type { OrderState } from './state.ts';
import { fulfilled, lifecycle } from './status.ts';
import { balanceOf } from './totals.ts';

/** Nothing is left to do: all has left, nobody owes anything, and nothing is to come back. */
export const completed = (state: OrderState): boolean =>
  lifecycle(state) === 'open' &&
  fulfilled(state) &&
  balanceOf(state).balance === 0 &&
  state.returns.every((one) => one.standing !== 'open');

/** Money that was due before this day is still owed. `day` as in `2026-11-20`. */
export const overdue = (state: OrderState, day: string): boolean =>
  lifecycle(state) === 'open' &&
  state.dates.dueOn !== undefined &&
  state.dates.dueOn < day &&
  balanceOf(state).balance > 0;
