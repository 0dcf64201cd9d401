import { beforeEach, describe, expect, it } from 'vitest';
import { ask, project } from '../../../../test/spec/projection.ts';
import { ADA, draftFor, id, line, openStall, SOAP, type Stall } from '../../../../test/spec/stall.ts';
import type { OpenedSettings } from '../../../views/book/index.ts';
import { orderDetails } from '../../../views/order-details/projection.ts';
import { OrderDetails } from '../../../views/order-details/query.ts';
import { quantity } from '../../words/format.ts';
import { deliveryNote } from './delivery-note.ts';
import { goodsPapers } from './papers.ts';
import type { PrintedPaper } from './paper.ts';

const ORDER = id(21);
const [HONEYS, SOAPS] = [line(ORDER, 1), line(ORDER, 2)];
const [FIRST, SECOND] = [id(31), id(32)];
const jars = (count: number): string => quantity(count * 1000, 'jar');
const NOON = '2026-11-20T12:00:00.000Z';
const settings = { name: 'The stall' } as OpenedSettings;

let stall: Stall;
beforeEach(async () => {
  stall = await openStall();
  const address = { street: '1 Dorset Street', city: 'London' };
  await stall.tell('ChangeCustomer', { customerId: ADA, company: 'Engines Ltd', address });
});

const page = async (orderId = ORDER) => {
  const found = await ask(OrderDetails, project(orderDetails).after(stall.events).tables, { orderId });
  if (!found) throw new Error('There is no order.');
  return found;
};
const noteOf = async (fulfilmentId: string, orderId = ORDER): Promise<PrintedPaper> => {
  const note = deliveryNote(await page(orderId), fulfilmentId, settings);
  if (!note) throw new Error('There is no delivery note.');
  return note;
};
const table = ({ tables }: PrintedPaper, id_: string) =>
  tables.find(({ id: one }) => one === id_)?.rows.map(({ cells }) => cells);
const factsOf = ({ facts }: PrintedPaper) =>
  Object.fromEntries(facts.map(({ label, value }) => [label, value]));
const ship = (fulfilmentId: string, lines?: object, more = {}) =>
  stall.tell('ShipItems', { orderId: ORDER, fulfilmentId, ...(lines && { lines }), ...more }, NOON);

describe('the delivery note of an order that leaves in two parcels', () => {
  beforeEach(async () => {
    await stall.tell('CreateDraft', draftFor(ORDER));
    await stall.tell('SubmitOrder', { orderId: ORDER }, NOON);
    await ship(FIRST, [{ lineId: HONEYS, quantity: 1500 }], { carrier: 'Post', tracking: 'X1' });
  });

  it('says what is in the first, how it goes, for whom, and what is still to follow, without any price', async () => {
    const note = await noteOf(FIRST);
    expect(note.title).toBe('Delivery note A-1001-1');
    expect(note.to).toEqual(['Engines Ltd', 'Ada Ångström', '1 Dorset Street', 'London']);
    expect(factsOf(note)).toEqual({
      'Shipped on': 'November 20, 2026',
      Order: 'A-1001',
      'Ordered on': 'November 20, 2026',
      Carrier: 'Post',
      'Tracking number': 'X1',
    });
    expect(table(note, 'lines')).toEqual([{ what: 'Honey', ordered: jars(2), delivered: jars(1.5) }]);
    expect(table(note, 'follow')).toEqual([
      { what: 'Honey', quantity: jars(0.5) },
      { what: 'Soap', quantity: '1' },
    ]);
    expect(note).not.toHaveProperty('notice');
    expect(JSON.stringify(note)).not.toMatch(/€|9\.80|3\.50|23\.10/);
  });

  it('says the same once the rest has left, which has a note of its own', async () => {
    const before = await noteOf(FIRST);
    await stall.tell('CollectItems', { orderId: ORDER, fulfilmentId: SECOND }, NOON);
    expect(await noteOf(FIRST)).toEqual(before);
    const second = await noteOf(SECOND);
    expect(second.title).toBe('Delivery note A-1001-2');
    expect(factsOf(second)).toMatchObject({ 'Handed over on': 'November 20, 2026' });
    expect(table(second, 'lines')).toEqual([
      { what: 'Honey', ordered: jars(2), delivered: jars(0.5) },
      { what: 'Soap', ordered: '1', delivered: '1' },
    ]);
    expect(table(second, 'follow')).toBeUndefined();
  });

  it('keeps customer, address and goods as they stood when the parcel left', async () => {
    const before = await noteOf(FIRST);
    const [bob, address] = [id(12), { street: '9 New Road' }];
    await stall.tell('CreateCustomer', { customerId: bob, name: 'Bob', address });
    await stall.tell('ChangeCustomer', { customerId: ADA, address: { street: 'Moved away' } });
    await stall.tell('ReviseOrder', {
      ...{ orderId: ORDER, baseRevision: 0, reason: 'Bob takes the rest, and more' },
      changes: {
        customerId: bob,
        lines: [{ kind: 'change', lineId: HONEYS, quantity: 5000 }],
      },
    });
    await ship(SECOND);
    expect(await noteOf(FIRST)).toEqual(before);
    const second = await noteOf(SECOND);
    expect(second.to).toEqual(['Bob', '9 New Road']);
    expect(table(second, 'lines')).toMatchObject([{ ordered: jars(5), delivered: jars(3.5) }, {}]);
  });

  it('says what came back since, and that it was all', async () => {
    const back = async (n: number, quantity: number) => {
      const lines = [{ lineId: HONEYS, quantity }];
      await stall.tell('RequestReturn', { orderId: ORDER, returnId: id(n), lines, reason: 'Leaking' });
      await stall.tell(
        'ReceiveReturn',
        {
          ...{ orderId: ORDER, returnId: id(n) },
          lines: lines.map((one) => ({ ...one, disposition: 'damaged' })),
        },
        NOON,
      );
    };
    await back(41, 1000);
    const some = await noteOf(FIRST);
    const once = { what: 'Honey', day: 'November 20, 2026', quantity: jars(1) };
    expect(table(some, 'back')).toEqual([once]);
    expect(some).not.toHaveProperty('notice');
    await back(42, 500);
    const all = await noteOf(FIRST);
    expect(table(all, 'back')).toEqual([once, { ...once, quantity: jars(0.5) }]);
    expect(all.notice).toBe('All of these goods came back.');
  });

  it('is there for each parcel that left, and for none else', async () => {
    expect(deliveryNote(await page(), id(99), settings)).toBeUndefined();
    const titles = async () => goodsPapers(await page(), settings).map(({ title }) => title);
    expect(await titles()).toEqual(['Packing slip A-1001']);
    await ship(SECOND);
    expect(await titles()).toEqual(['Delivery note A-1001-1', 'Delivery note A-1001-2']);
  });

  it('keeps its number when goods are booked later for an earlier day', async () => {
    const orderId = ORDER;
    await stall.tell('ShipItems', { orderId, fulfilmentId: SECOND }, '2026-11-19T12:00:00.000Z');
    expect((await noteOf(FIRST)).title).toBe('Delivery note A-1001-1');
    expect((await noteOf(SECOND)).title).toBe('Delivery note A-1001-2');
  });
});

describe('the delivery note of an imported order', () => {
  const bring = (shipTo: object, left: object = { shippedAt: NOON }) =>
    stall.tell('ImportOrder', {
      ...{ orderId: ORDER, customerId: ADA, source: { system: 'elsewhere', reference: '#7' }, shipTo },
      ...{ ...left, lines: [{ lineId: SOAPS, productId: SOAP, quantity: 1000, unitPrice: 35_000 }] },
    });

  it('goes to the door that the old book named, and says who ordered and its old number', async () => {
    await bring({ name: 'The aunt', address: { street: '3 Mill Lane' } });
    // The one shipment of an imported order bears the order's own id.
    const note = await noteOf(ORDER);
    expect(note.to).toEqual(['The aunt', '3 Mill Lane']);
    expect(factsOf(note)).toMatchObject({ 'Ordered by': 'Engines Ltd · Ada Ångström', Reference: '#7' });
  });

  it('goes to the customer at another address when only that was named', async () => {
    await bring({ name: 'Ada Ångström', address: { street: '3 Mill Lane' } });
    const note = await noteOf(ORDER);
    expect(note.to).toEqual(['Engines Ltd', 'Ada Ångström', '3 Mill Lane']);
    expect(factsOf(note)).not.toHaveProperty('Ordered by');
  });

  it('goes to the same door on the packing slip before', async () => {
    await bring({ name: 'The aunt', address: { street: '3 Mill Lane' } }, {});
    expect(goodsPapers(await page(), settings)).toMatchObject([
      { title: 'Packing slip A-1001', to: ['The aunt', '3 Mill Lane'] },
    ]);
  });

  it('goes to whom the order was revised to, not to the door of who ordered first', async () => {
    await bring({ address: { street: '3 Mill Lane' } }, {});
    await stall.tell('CreateCustomer', { customerId: id(12), name: 'Bob', address: { city: 'Oslo' } });
    await stall.tell('ReviseOrder', {
      ...{ orderId: ORDER, baseRevision: 0, reason: 'Bob takes it' },
      changes: { customerId: id(12) },
    });
    await ship(FIRST);
    expect((await noteOf(FIRST)).to).toEqual(['Bob', 'Oslo']);
  });

  it('goes to where the customer lives by now once the order took that over', async () => {
    await bring({ address: { street: '3 Mill Lane' } }, {});
    await stall.tell('ChangeCustomer', { customerId: ADA, address: { city: 'Leeds' } });
    await stall.tell('ReviseOrder', {
      ...{ orderId: ORDER, baseRevision: 0, reason: 'Moved' },
      changes: { customerId: ADA },
    });
    await ship(FIRST);
    expect((await noteOf(FIRST)).to).toEqual(['Engines Ltd', 'Ada Ångström', 'Leeds']);
  });
});
