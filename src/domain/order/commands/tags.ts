import * as z from 'zod/mini';
import { commandOn, ok, reject, unlessSince, type EventEnvelope, said } from '../../../kernel/index.ts';
import { OrderId } from '../../ids.ts';
import { DraftRestored, Tagged, Untagged } from '../events.ts';
import { TagName } from '../parts.ts';
import { called, unknownOrder } from '../refusals.ts';
import { orders, type OrderState } from '../state.ts';
import { lifecycle } from '../status.ts';

const payload = z.strictObject({ orderId: OrderId, tag: TagName });

/** The tag as the order has it: `Gift` and `gift` are one. */
const known = ({ tags }: OrderState, tag: string): string | undefined =>
  tags.find((one) => one.toLowerCase() === tag.toLowerCase());

/** That tag was given or taken again meanwhile. */
const sameTag =
  (tag: string) =>
  ({ type, data }: EventEnvelope): boolean =>
    (type === Tagged.type || type === Untagged.type) && (data as { tag: string }).tag === tag;

export const Tag = commandOn(orders)({
  type: 'Tag',
  payload,
  permission: 'order.note',
  id: ({ orderId }) => orderId,
  decide: ({ orderId, tag }, state) => {
    if (lifecycle(state) === 'none') return unknownOrder(orderId);
    return ok(known(state, tag) === undefined ? [Tagged({ tag })] : []);
  },
  inverse: (done) => {
    const { orderId, tag } = done.payload;
    return unlessSince(done, sameTag(tag), () => [{ type: 'Untag', payload: { orderId, tag } }]);
  },
});

export const Untag = commandOn(orders)({
  type: 'Untag',
  payload,
  permission: 'order.note',
  id: ({ orderId }) => orderId,
  decide: ({ orderId, tag }, state) => {
    if (lifecycle(state) === 'none') return unknownOrder(orderId);
    const present = known(state, tag);
    return ok(present === undefined ? [] : [Untagged({ tag: present })]);
  },
  inverse: (done) => {
    const { orderId } = done.payload;
    const tag = said(done, Untagged)?.tag ?? done.payload.tag;
    return unlessSince(done, sameTag(tag), () => [{ type: 'Tag', payload: { orderId, tag } }]);
  },
});

/** A discarded draft is a draft again. */
export const RestoreDraft = commandOn(orders)({
  type: 'RestoreDraft',
  payload: z.strictObject({ orderId: OrderId }),
  permission: 'order.take',
  id: ({ orderId }) => orderId,
  decide: ({ orderId }, state) => {
    const standing = lifecycle(state);
    if (standing === 'none') return unknownOrder(orderId);
    return standing === 'discarded'
      ? ok([DraftRestored({})])
      : reject('not-discarded', `${called(state)} was not discarded.`, { orderId, lifecycle: standing });
  },
  inverse: ({ payload }) => ok([{ type: 'DiscardDraft', payload }]),
});
