import type { OrderPage } from '../../../views/order-details/index.ts';

type Sent = OrderPage['shipments'][number];

/** Goods that left in one go: sent, or handed over in the shop. */
export interface Leaving extends Pick<
  Sent,
  'fulfilmentId' | 'lines' | 'at' | 'revision' | 'toFollow' | 'carrier' | 'tracking'
> {
  readonly handedOver: boolean;
  /** What its delivery note is called by: the order's number and which of its leavings it was, `A-1042-2`. */
  readonly number: string;
}

/** All that left, the earliest first. A later one never takes the number of another, whatever day it is booked for. */
export const leavingsOf = ({ number = '', state, shipments, handOvers }: OrderPage): readonly Leaving[] => {
  const all = [
    ...shipments.map((one) => ({ ...one, handedOver: false })),
    ...handOvers.map((one) => ({ ...one, handedOver: true })),
  ];
  const ids = state.fulfilments.filter((id) => all.some(({ fulfilmentId }) => fulfilmentId === id));
  return all
    .map((one) => ({ ...one, number: `${number}-${String(ids.indexOf(one.fulfilmentId) + 1)}` }))
    .sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
};
