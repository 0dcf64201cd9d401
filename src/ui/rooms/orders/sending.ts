import type { Client } from '../../../client/index.ts';
import type { OrderPage } from '../../../views/order-details/index.ts';
import { OrderDetails } from '../../../views/order-details/query.ts';
import { m } from '../../words/index.ts';
import { deedOf, isTheRest, linesMoved, startOf, type Deed } from '../order/deeds.ts';
import { internalNotes } from '../order/note-readers.ts';
import { upToDate } from './many-deeds.ts';
import type { ManyDeed } from './many.svelte.ts';

/** Of what is left on many orders: what lies there, or what waits for stock too. */
export type HowMuch = 'there' | 'all';
export type Sending = 'PrepareItems' | 'ShipItems';
export type Noted = Pick<OrderPage, 'id' | 'number' | 'notes'>;

/** What is to be said before many orders are packed or shipped. */
export interface Outlook {
  readonly orders: number;
  /** So many stay partly open, since the rest of them waits for stock. */
  readonly part: number;
  /** So many are left out: nothing of them is there. */
  readonly none: number;
  /** Those with notes for whoever packs. */
  readonly noted: readonly Noted[];
}

type Share = 'whole' | 'part' | 'none';

const lines = (deed: Deed, order: OrderPage) => linesMoved(order.lines, startOf(deed, order.lines));

/** How much of an order goes; one that is not to be sent at all says so itself. */
const shareOf = (deed: Deed, order: OrderPage): Share => {
  if (!order.actions.includes(deed.step)) return 'whole';
  if (isTheRest(deed, order.lines, startOf(deed, order.lines))) return 'whole';
  return lines(deed, order).length > 0 ? 'part' : 'none';
};

export const outlookOf = (step: Sending, orders: readonly OrderPage[]): Outlook => {
  const deed = deedOf(step);
  const shares = orders.map((order) => (deed ? shareOf(deed, order) : 'whole'));
  const those = (share: Share): number => shares.filter((one) => one === share).length;
  const noted = orders.filter(
    ({ actions, notes }) => actions.includes(step) && internalNotes(notes).length > 0,
  );
  return { orders: orders.length, part: those('part'), none: those('none'), noted };
};

/** Nothing has to be read or chosen first. */
export const isPlain = ({ part, none, noted }: Outlook): boolean => part + none + noted.length === 0;

/** Looks through these orders, as the book has them by now. @throws NoAnswerError */
export const lookThrough = async (
  client: Pick<Client, 'health' | 'query'>,
  step: Sending,
  ids: readonly string[],
): Promise<Outlook> => {
  const options = await upToDate(client);
  const asked = ids.map((orderId) => client.query(OrderDetails, { orderId }, options));
  const found = await Promise.all(asked);
  return outlookOf(
    step,
    found.flatMap(({ answer }) => answer ?? []),
  );
};

const said = {
  PrepareItems: { done: m.orders_many_packed },
  // What has left the house comes back by a return alone.
  ShipItems: { done: m.orders_many_shipped, stays: true },
} as const;

/** Packs or ships many: of each what is there by the book, like the form of one, or all that is left on it. */
export const sending = (
  client: Pick<Client, 'health' | 'query' | 'newId'>,
  step: Sending,
  much: HowMuch,
): ManyDeed => {
  const deed = deedOf(step);
  let asked: ReturnType<typeof upToDate> | undefined;
  return {
    ...said[step],
    give: async (orderId) => {
      const payload = { orderId, fulfilmentId: client.newId() };
      if (much === 'all' || !deed) return { type: step, payload };
      asked ??= upToDate(client);
      const { answer: order, stale } = await client.query(OrderDetails, { orderId }, await asked);
      if (stale) return m.orders_many_late();
      const share = order ? shareOf(deed, order) : 'whole';
      if (!order || share === 'whole') return { type: step, payload };
      if (share === 'none') return m.orders_many_nothing_there();
      return { type: step, payload: { ...payload, lines: lines(deed, order) }, part: true };
    },
    done: ({ count, part }) =>
      [said[step].done({ count }), ...(part > 0 ? [m.orders_many_part({ count: part })] : [])].join(' · '),
  };
};
