import { describe, expect, it } from 'vitest';
import type { HistoryEntry } from '../../../views/order-history/index.ts';
import { orderHistory } from '../../../views/order-history/projection.ts';
import { day } from '../../words/format.ts';
import { isDrafting, withoutEchoes } from './history-entries.ts';
import { sentenceOf } from './history.ts';

type Told = HistoryEntry['told'];

const id = '018f0000-0000-7000-8000-000000000001';
const line = {
  lineId: id,
  productId: id,
  name: 'Quince jelly',
  unit: 'pcs',
  unitPrice: 62_500,
  taxRate: 7_000,
};

/** One of each, as it stands in the history. */
const samples: Record<Told['type'], { data: unknown; says: string }> = {
  DraftCreated: { data: { orderId: id, currency: 'EUR' }, says: 'You began a draft' },
  LineAdded: { data: { ...line, quantity: 6_000 }, says: 'You added 6 × Quince jelly' },
  LineChanged: {
    data: { lineId: id, quantity: 1_500, unitPrice: 62_500 },
    says: 'You changed Quince jelly: 1.5 at €6.25',
  },
  LineRemoved: { data: { lineId: id }, says: 'You took Quince jelly off' },
  CustomerAssigned: { data: { customerId: id, name: 'Anna' }, says: 'You made it an order for Anna' },
  CustomerUnassigned: { data: {}, says: 'You took the customer off' },
  DiscountSet: {
    data: { discount: { kind: 'percent', rate: 10_000 } },
    says: 'You gave 10% off the order',
  },
  ShippingSet: { data: { amount: 490, taxRate: 0 }, says: 'You charged €4.90 for shipping' },
  DatesSet: { data: { promisedOn: '2020-12-01' }, says: 'You promised it for Dec 1, 2020' },
  DraftDiscarded: { data: {}, says: 'You discarded the draft' },
  OrderSubmitted: {
    data: { number: 'A-1042', currency: 'EUR', lineCount: 3, total: 2_450 },
    says: 'You placed order A-1042: 3 lines, €24.50',
  },
  NoteAdded: { data: { text: 'Ring twice' }, says: 'You wrote a note' },
  PaymentRecorded: {
    data: { paymentId: id, method: 'cash', amount: 2_450, tendered: 3_000, change: 550 },
    says: 'You took €24.50 in cash',
  },
  PaymentVoided: {
    data: { paymentId: id, amount: 2_450, method: 'cash', reason: 'Typed twice' },
    says: 'You made the payment of €24.50 void',
  },
  CreditGranted: {
    data: { creditId: id, amount: 500, reason: 'Chipped' },
    says: 'You granted a credit of €5.00',
  },
  RefundPaid: {
    data: { refundId: id, method: 'card', amount: 500, reason: 'Chipped' },
    says: 'You gave back €5.00 by card',
  },
  WrittenOff: { data: { creditId: id, amount: 500, reason: 'Moved away' }, says: 'You wrote off €5.00' },
  CashRounded: { data: { amount: 2, cause: id }, says: 'Rounded by €0.02 to what coins can pay' },
  InvoiceIssued: {
    data: { invoiceId: id, number: 'I-1001', currency: 'EUR', total: 2_450 },
    says: 'You issued invoice I-1001 over €24.50',
  },
  CreditNoteIssued: {
    data: {
      ...{ creditNoteId: id, number: 'C-1001', invoiceNumber: 'I-1001', currency: 'EUR', total: 500 },
      reason: 'Chipped',
    },
    says: 'You issued credit note C-1001 over €5.00 for invoice I-1001',
  },
  ItemsPrepared: {
    data: { fulfilmentId: id, lines: [{ lineId: id, quantity: 1_000 }] },
    says: 'You packed 1 line',
  },
  ItemsShipped: {
    data: { fulfilmentId: id, lines: [{ lineId: id, quantity: 1_000 }], carrier: 'Post', tracking: '7' },
    says: 'You shipped 1 line',
  },
  OrderImportUndone: { data: {}, says: 'You undid the import that brought this order' },
  OrderCancelled: { data: { reason: 'Ordered twice' }, says: 'You cancelled the order' },
  DraftRestored: { data: {}, says: 'You brought the draft back' },
  OrderRevised: {
    data: { revision: 1, reason: 'One more', total: { before: 1_000, after: 1_500 }, lines: [] },
    says: 'You revised the order',
  },
  LineRemainderCancelled: {
    data: { lines: [{ lineId: id, quantity: 1_000 }], reason: 'Sold out', total: 500 },
    says: 'You cancelled what was left; the rest comes to €5.00',
  },
  OrderReopened: { data: { reason: 'She wants it' }, says: 'You reopened the order' },
  OrderArchived: { data: {}, says: 'You archived the order' },
  OrderUnarchived: { data: {}, says: 'You took the order out of the archive' },
  Tagged: { data: { tag: 'gift' }, says: 'You tagged it gift' },
  Untagged: { data: { tag: 'gift' }, says: 'You took the tag gift off' },
  PreparationUndone: { data: { lines: [] }, says: 'You put packed items back' },
  ItemsReady: { data: { fulfilmentId: id, lines: [] }, says: 'You set items ready to be fetched' },
  ItemsDelivered: { data: { lines: [] }, says: 'You noted that items arrived' },
  ItemsCollected: { data: { fulfilmentId: id, lines: [] }, says: 'You handed items over' },
  ReturnRequested: {
    data: { returnId: id, lines: [], reason: 'Too small' },
    says: 'You noted that items will come back',
  },
  ReturnReceived: { data: { returnId: id, lines: [] }, says: 'You took items back' },
  ReturnClosed: { data: { returnId: id }, says: 'You closed the return' },
  ReturnCancelled: { data: { returnId: id }, says: 'You cancelled the return' },
  OrderHeld: { data: { reason: 'Call first', cause: 'person' }, says: 'You put the order on hold' },
  OrderReleased: { data: {}, says: 'You released the order' },
  PaymentReminderDue: {
    data: { dueOn: '2026-11-01', late: 0 },
    // With the year, once it is another.
    says: `Time to ask for the money: it was due ${day('2026-11-01')}`,
  },
  OrderAllocated: {
    data: { lines: [{ lineId: id, reserved: 0, backOrdered: 1_000 }] },
    says: '1 line waits for stock',
  },
};

const entry = (type: Told['type'], more: Partial<HistoryEntry> = {}): HistoryEntry => ({
  position: 1,
  at: '2026-11-20T10:42:00.000Z',
  actor: 'owner',
  lineName: 'Quince jelly',
  told: { type, data: samples[type].data } as Told,
  ...more,
});

describe('the history of an order', () => {
  it.each([...orderHistory.handles] as Told['type'][])('has a sentence for %s', (type) => {
    expect(sentenceOf(entry(type), 'EUR').text).toBe(samples[type].says);
  });

  it('tells what was missing when the shelves held it, in the reader’s own figures', () => {
    const short = [{ name: 'Tofu', unit: 'kg', missing: 500, wanted: 1500 }];
    const told = { type: 'OrderHeld', data: { reason: 'plain', cause: 'stock', short } } as unknown as Told;
    expect(sentenceOf(entry('OrderHeld', { told }), 'EUR')).toMatchObject({
      text: 'The order went on hold: stock is missing',
      detail: 'Not enough stock: Tofu (0.5\u00a0kg of 1.5\u00a0kg missing)',
    });
  });

  it('tells which order credit was spent on, in the reader’s words', () => {
    const spent = { amount: 500, method: 'credit', reason: 'Spent on A-1004', spentOn: id };
    const detail = (data: object): string | undefined =>
      sentenceOf(entry('RefundPaid', { told: { type: 'RefundPaid', data } as unknown as Told }), 'EUR')
        .detail;
    expect(detail({ ...spent, reference: 'A-1004' })).toBe('On A-1004');
    expect(detail(spent)).toBe('On a draft');
  });

  it('tells what was given back, what the reason was, what can be tracked', () => {
    expect(sentenceOf(entry('PaymentRecorded'), 'EUR').detail).toBe('€30.00 handed over, €5.50 back');
    expect(sentenceOf(entry('OrderCancelled'), 'EUR').detail).toBe('Ordered twice');
    expect(sentenceOf(entry('ItemsShipped'), 'EUR').detail).toBe('Post 7');
  });

  it('says who it was, and when it was written down later', () => {
    const told = sentenceOf(
      entry('ItemsShipped', { actor: 'process:stock-allocation', recordedAt: '2020-11-21T10:42:00.000Z' }),
      'EUR',
    );
    expect(told.text).toBe('The book shipped 1 line');
    expect(told.detail).toMatch(/^Post 7\nWritten down /);
  });

  it('says so once for all that was written down in one go', () => {
    const placed = entry('OrderSubmitted', { recordedAt: '2026-11-21T10:42:00.000Z' });
    const paid = entry('PaymentRecorded', { recordedAt: '2026-11-21T10:42:01.000Z' });
    expect(sentenceOf(placed, 'EUR').detail).toMatch(/^Written down /);
    expect(sentenceOf(paid, 'EUR', placed).detail).not.toMatch(/Written down/);
  });

  it('names the colleague who did it', () => {
    const nameOf = (actor: string) => (actor === 'anna' ? 'Anna' : undefined);
    const by = (actor: string) =>
      sentenceOf(entry('OrderReleased', { actor }), 'EUR', undefined, nameOf).text;
    expect([by('anna'), by('me')]).toEqual([expect.stringMatching(/^Anna /), expect.stringMatching(/^You /)]);
  });

  it('calls a line it never saw begin a line', () => {
    const { lineName: _, ...unnamed } = entry('LineRemoved');
    expect(sentenceOf(unnamed, 'EUR').text).toBe('You took a line off');
  });

  it('tells packing that leaves at once only by its leaving', () => {
    const both = [entry('ItemsPrepared'), entry('ItemsShipped')];
    expect(withoutEchoes(both).map(({ told }) => told.type)).toEqual(['ItemsShipped']);
    expect(withoutEchoes(both.slice(0, 1))).toHaveLength(1);
  });

  it('tells of stock only when something changed', () => {
    const kept = { lines: [{ lineId: id, reserved: 1_000, backOrdered: 0 }] };
    const reserved = (position: number) =>
      entry('OrderAllocated', { position, told: { type: 'OrderAllocated', data: kept } as unknown as Told });
    const told = withoutEchoes([entry('OrderAllocated'), reserved(2), reserved(3)]);
    expect(told.map(({ position }) => position)).toEqual([1, 2]);
  });

  it('stands in the order in which things happened, not in which they were written', () => {
    const late = entry('ItemsShipped', { position: 2, at: '2026-11-19T10:00:00.000Z' });
    expect(withoutEchoes([entry('OrderSubmitted'), late]).map(({ position }) => position)).toEqual([2, 1]);
  });

  it('counts the steps of taking an order as drafting, and its placing not', () => {
    expect(isDrafting(entry('LineChanged'))).toBe(true);
    expect(isDrafting(entry('OrderSubmitted'))).toBe(false);
  });
});
