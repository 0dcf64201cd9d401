import { describe, expect, it } from 'vitest';
import type { Client } from '../../../client/index.ts';
import type { OrderPage } from '../../../views/order-details/index.ts';
import { isPlain, outlookOf, sending } from './sending.ts';

/** An order with bowls and jam to go, so much of each waiting for stock. */
const order = (id: string, bowlsWaiting: number, jamWaiting: number, more = {}) =>
  ({
    ...{ id, number: id, notes: [], actions: ['PrepareItems', 'ShipItems'] },
    lines: [
      { lineId: 'bowls', left: 3_000, active: 3_000, prepared: 0, backOrdered: bowlsWaiting },
      { lineId: 'jam', left: 2_000, active: 2_000, prepared: 0, backOrdered: jamWaiting },
    ],
    ...more,
  }) as unknown as OrderPage;

const whole = order('whole', 0, 0);
const part = order('part', 1_000, 2_000);
const none = order('none', 3_000, 2_000);
const held = order('held', 3_000, 2_000, { actions: [] });

/** Of the book no more is needed here than what it knows of these orders, up to `known`, of what has come to 7. */
const bookOf = (known = 7): Client =>
  ({
    newId: () => 'parcel',
    health: () => Promise.resolve({ head: { position: 7 } }),
    query: (_: unknown, { orderId }: { orderId: string }, { atLeast }: { atLeast: number }) =>
      Promise.resolve({
        answer: [whole, part, none, held].find(({ id }) => id === orderId),
        stale: known < atLeast,
      }),
  }) as unknown as Client;

describe.each(['PrepareItems', 'ShipItems'] as const)(
  'many orders of which some wait for stock: %s',
  (step) => {
    const goes = (orderId: string, lines?: unknown, inPart?: true) => ({
      type: step,
      payload: { orderId, fulfilmentId: 'parcel', ...(lines === undefined ? {} : { lines }) },
      ...(inPart && { part: true }),
    });

    it('send what is there of each, and leave out what has nothing there', async () => {
      const { give } = sending(bookOf(), step, 'there');
      expect(await give('whole')).toEqual(goes('whole'));
      expect(await give('part')).toEqual(goes('part', [{ lineId: 'bowls', quantity: 2_000 }], true));
      expect(await give('none')).toBe('Nothing of it is there yet.');
    });

    it('send all that is left where somebody says so', async () => {
      const { give } = sending(bookOf(), step, 'all');
      expect(await give('part')).toEqual(goes('part'));
      expect(await give('none')).toEqual(goes('none'));
    });

    it('leave it to an order that is on hold to say why it stays', async () => {
      expect(await sending(bookOf(), step, 'there').give('held')).toEqual(goes('held'));
      expect(outlookOf(step, [held])).toMatchObject({ part: 0, none: 0 });
    });

    it('leave out what may have been changed a moment ago', async () => {
      expect(await sending(bookOf(6), step, 'there').give('whole')).toMatch(/isn’t up to date yet/);
    });

    it('say beforehand how many stay, and what was noted for whoever packs', () => {
      const noted = { ...whole, notes: [{ text: 'As a present' }] } as unknown as OrderPage;
      const forCustomer = {
        ...whole,
        notes: [{ text: 'Thank you', forCustomer: true }],
      } as unknown as OrderPage;
      expect(outlookOf(step, [whole, part, none, noted, forCustomer])).toEqual({
        ...{ orders: 5, part: 1, none: 1 },
        noted: [noted],
      });
      expect(
        [[whole, forCustomer], [part], [none], [noted]].map((of) => isPlain(outlookOf(step, of))),
      ).toEqual([true, false, false, false]);
    });

    it('say afterwards how many stay partly open', () => {
      const { done } = sending(bookOf(), step, 'there');
      expect(done({ count: 3, part: 1 })).toMatch(/^3 orders (packed|shipped) · 1 order stays partly open/);
      expect(done({ count: 3, part: 0 })).toMatch(/^3 orders (packed|shipped)$/);
    });
  },
);
