import { describe, expect, it } from 'vitest';
import { ProductId } from '../../../domain/ids.ts';
import { explained } from './explained.ts';
import { movementSentence } from './ledger-words.ts';
import { onHandAfter, stockCommand } from './stock-form.svelte.ts';
import { supplyMark } from './supply.ts';
import { wanting } from './wanting.ts';

const level = (onHand: number, reserved: number, missing = 0) => ({
  ...{ onHand: onHand * 1000, ...(missing > 0 && { missing: missing * 1000 }) },
  ...{ available: (onHand - reserved) * 1000, unit: 'pcs' },
});

const why = (figures: Partial<Parameters<typeof explained>[0]>) => ({
  ...{ productId: ProductId.parse('0190a000-0000-7000-8000-000000000001'), unit: 'pcs' },
  ...{ received: 0, returned: 0, adjusted: 0, counted: 0, shipped: 0, orders: [] },
  ...{ onHand: 0, reserved: 0, backOrdered: 0, unavailable: 0, buffer: 0, available: 0 },
  ...figures,
});

const read = (figures: Partial<Parameters<typeof explained>[0]>): string => {
  const { available, terms, waiting } = explained(why(figures));
  const words = [...terms, ...(waiting ? [waiting] : [])].map(({ text, orders }) =>
    [text, orders.map(({ number }) => number).join(', ')].join(' ').trim(),
  );
  return [available, ...words].join(' | ');
};

describe('the explanation of a level', () => {
  it('is a sum, and names the orders that it is kept for', () => {
    const orders = [
      { orderId: 'one', number: 'A-104', reserved: 1_000, backOrdered: 0 },
      { orderId: 'two', number: 'A-107', reserved: 1_000, backOrdered: 2_000 },
    ];
    const figures = { received: 10_000, shipped: 5_000, reserved: 2_000, backOrdered: 2_000, orders };
    expect(read({ ...figures, available: 3_000 })).toBe(
      '3 | 10 received | − 5 shipped | − 2 reserved for A-104, A-107 | 2 more waited for by A-107',
    );
  });

  it('tells a loss as a loss, and what lies there without being for sale', () => {
    const figures = {
      received: 10_000,
      returned: 1_000,
      adjusted: -1_000,
      unavailable: 1_000,
      buffer: 2_000,
    };
    expect(read({ ...figures, available: 7_000 })).toBe(
      '7 | 10 received | + 1 came back | − 1 adjusted | − 1 damaged | − 2 held back',
    );
  });
});

describe('a movement', () => {
  const order = { orderId: 'x', number: 'A-1001' };

  it.each([
    [{ type: 'StockReserved', by: { reserved: 2_000 }, order }, 'Reserved 2 for A-1001'],
    [
      { type: 'StockReserved', by: { reserved: 2_000, backOrdered: 1_000 }, order },
      'Reserved 2 for A-1001, 1 still missing',
    ],
    [{ type: 'StockReserved', by: { backOrdered: 3_000 }, order }, 'A-1001 waits for 3'],
    [{ type: 'StockCounted', by: { onHand: -1_000 }, counted: 8_000 }, 'Counted 8, 1 less than expected'],
    [{ type: 'StockCounted', by: {}, counted: 8_000 }, 'Counted 8, as expected'],
    [{ type: 'StockAdjusted', by: { onHand: -2_000 } }, 'Removed 2'],
    [{ type: 'StockAdjusted', by: { onHand: -2_000, unavailable: -2_000 } }, 'Wrote off 2 damaged'],
    [{ type: 'StockAdjusted', by: { unavailable: -2_000 } }, '2 can be sold again'],
    [{ type: 'BufferSet', by: { buffer: 2_000 } }, 'Held back 2 more'],
    [
      { type: 'StockReturned', by: { onHand: 1_000 }, disposition: 'restock' as const, order },
      '1 came back with A-1001',
    ],
  ])('%j reads: %s', (movement, words) => {
    expect(movementSentence(movement, 'pcs')).toBe(words);
  });
});

describe('a mark beside a product', () => {
  it('tells what is short, gone, or can not be', () => {
    expect(supplyMark(level(5, 2))).toBeUndefined();
    expect(supplyMark(level(2, 2, 3))?.text).toBe('3 missing');
    expect(supplyMark(level(2, 2))?.text).toBe('None left');
    expect(supplyMark(level(-1, 0, 1))?.tone).toBe('wrong');
    expect(supplyMark({ ...level(-1, 2, 3), policy: 'uncounted' })?.text).toBe('Not counted');
  });
});

describe('who wants what is oversold', () => {
  const order = (orderId: string, reserved: number, backOrdered: number) => ({
    ...{ orderId, number: orderId, reserved: reserved * 1000, backOrdered: backOrdered * 1000 },
  });
  const told = (...orders: ReturnType<typeof order>[]) =>
    wanting({ orders, unit: 'kg' }).named.map(({ order: { number }, text }) => `${number ?? ''} ${text}`);

  it('are those who wait, and those it was promised to when nobody does', () => {
    expect(told(order('A-1', 2, 0), order('A-2', 1, 3))).toEqual(['A-2 waits for 3\u00a0kg']);
    expect(told(order('A-1', 2, 0))).toEqual(['A-1 was promised 2\u00a0kg']);
  });

  it('are not all named where there are many', () => {
    const orders = Array.from({ length: 8 }, (_, n) => order(`A-${String(n)}`, 0, 1));
    const { named, more } = wanting({ orders, unit: 'pcs' });
    expect(named).toHaveLength(5);
    expect(more).toBe(3);
  });
});

describe('a stock form', () => {
  const written = { quantity: 2_000, text: 'broken' };

  it('books what was lost as a minus', () => {
    const { payload } = stockCommand('p', { action: 'adjust', way: 'remove', ...written });
    expect(payload).toEqual({ productId: 'p', delta: -2_000, reason: 'broken' });
  });

  it.each([
    ['set-aside', { delta: 0, unavailable: 2_000 }],
    ['sell-again', { delta: 0, unavailable: -2_000 }],
    ['write-off', { delta: -2_000, unavailable: -2_000 }],
  ] as const)('damaged goods to %s are booked as %j', (way, by) => {
    const { type, payload } = stockCommand('p', { action: 'damaged', way, ...written });
    expect({ type, payload }).toEqual({
      type: 'AdjustStock',
      payload: { productId: 'p', ...by, reason: 'broken' },
    });
  });

  it('holds back with a reason', () => {
    const { type, payload } = stockCommand('p', { action: 'buffer', way: 'add', ...written });
    expect({ type, payload }).toEqual({
      type: 'SetBuffer',
      payload: { productId: 'p', quantity: 2_000, reason: 'broken' },
    });
  });

  it('says when to order more, and that by nothing it never is', () => {
    const written = (quantity: number) =>
      stockCommand('p', { action: 'reorder', way: 'add', quantity, text: '' }).payload;
    expect(written(3_000)).toEqual({ productId: 'p', level: 3_000 });
    expect(written(0)).toEqual({ productId: 'p', level: 'none' });
  });

  it('sends no note when none was written', () => {
    const { payload } = stockCommand('p', { action: 'receive', way: 'add', quantity: 1_000, text: ' ' });
    expect(payload).toEqual({ productId: 'p', quantity: 1_000 });
  });

  it('says what is on hand afterwards', () => {
    expect(onHandAfter(5_000, { action: 'adjust', way: 'remove', quantity: 2_000 })).toBe(3_000);
    expect(onHandAfter(5_000, { action: 'count', way: 'add', quantity: 2_000 })).toBe(2_000);
    expect(onHandAfter(5_000, { action: 'receive', way: 'add', quantity: 2_000 })).toBe(7_000);
  });
});
