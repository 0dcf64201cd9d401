import { beforeEach, describe, expect, it } from 'vitest';
import { ask, project } from '../../../../test/spec/projection.ts';
import { HONEY, id, line, openStall, type Stall } from '../../../../test/spec/stall.ts';
import type { Client } from '../../../client/index.ts';
import { orderDetails } from '../../../views/order-details/projection.ts';
import { OrderDetails } from '../../../views/order-details/query.ts';
import { toasts } from '../../parts/toasts.svelte.ts';
import { TakingBack } from './taking-back.svelte.ts';

const ORDER = id(21);
const jar = [{ lineId: line(ORDER, 1), quantity: 1000 }] as unknown as Parameters<TakingBack['take']>[1];

let stall: Stall;
const order = async () => {
  const found = await ask(OrderDetails, project(orderDetails).after(stall.events).tables, { orderId: ORDER });
  if (!found) throw new Error('There is no order.');
  return found;
};

/** The stall's own book, which refuses commands of the type `refused` as long as it is told to. */
const clientOf = (refused?: string): Client => {
  let ids = 90;
  return {
    newId: () => id(++ids),
    dispatch: async (type: string, payload: object) => {
      if (type !== refused && (await stall.attempt(type, payload))) return { status: 'committed' };
      return { status: 'rejected', rejection: { code: 'order-archived', message: 'Nothing moves there.' } };
    },
  } as unknown as Client;
};

const said = (): readonly string[] => toasts.list.map(({ text }) => text);

const sold = (method: string) =>
  stall.tell('CounterSale', {
    ...{ orderId: ORDER, fulfilmentId: id(22), total: 1960 },
    lines: [{ lineId: line(ORDER, 1), productId: HONEY, quantity: 2000 }],
    payment: { paymentId: id(23), method },
  });

describe('goods of a counter sale that come back', () => {
  beforeEach(async () => {
    for (const { id: shown } of toasts.list) toasts.dismiss(shown);
    stall = await openStall();
  });

  it('are here, and paid back as they were paid', async () => {
    await sold('card');
    const page = await order();
    const back = new TakingBack(clientOf(), () => page, true);
    expect([back.way, back.by, back.amountOf(jar)]).toEqual(['restock', 'card', 980]);
    await stall.tell('RequestReturn', { orderId: ORDER, returnId: id(31), lines: jar, reason: 'Open' });
    await back.take(id(31), jar, 980, 'Open');
    expect(await order()).toMatchObject({
      refunds: [{ method: 'card', amount: 980 }],
      returns: [{ standing: 'closed', received: [{ disposition: 'restock' }] }],
      completed: true,
    });
    expect(said()).toEqual(['Taken back, €9.80 paid back']);
  });

  it('are taken back all the same when the money can not go, which is said', async () => {
    await sold('cash');
    const page = await order();
    await stall.tell('RequestReturn', { orderId: ORDER, returnId: id(31), lines: jar, reason: 'Open' });
    await new TakingBack(clientOf('RefundNow'), () => page, true).take(id(31), jar, 980, 'Open');
    expect(await order()).toMatchObject({ refunds: [], returns: [{ standing: 'open' }] });
    expect(said()).toEqual([expect.stringMatching(/^The goods are taken back\. As to the money: ./)]);
  });

  it('wait for whoever may pay back', async () => {
    await sold('cash');
    const page = await order();
    const back = new TakingBack(clientOf(), () => page, false);
    expect([back.way, back.by, back.isRefundable, back.amountOf(jar)]).toEqual([
      'restock',
      'later',
      false,
      0,
    ]);
  });
});
