import { describe, expect, it } from 'vitest';
import { explanation, movementSentence } from './ledger-words.ts';
import { onHandAfter, stockCommand } from './stock-form.svelte.ts';
import { supplyMark } from './supply.ts';

const level = (onHand: number, reserved: number, backOrdered = 0) => ({
  ...{ onHand: onHand * 1000, reserved: reserved * 1000, backOrdered: backOrdered * 1000 },
  ...{ available: (onHand - reserved) * 1000, unit: 'pcs' },
});

const movements = [
  { type: 'StockIssued', by: { onHand: -5_000, reserved: -5_000 } },
  { type: 'StockReserved', by: { reserved: 7_000 } },
  { type: 'StockReceived', by: { onHand: 10_000 } },
];

describe('the explanation of a level', () => {
  it('adds up the whole ledger', () => {
    expect(explanation(level(5, 2), movements, true)).toBe(
      'Available 3 = 10 received − 5 shipped − 2 reserved',
    );
  });

  it('says what is on hand while the ledger goes on', () => {
    expect(explanation(level(5, 2), movements, false)).toBe('Available 3 = 5 on hand − 2 reserved');
  });

  it('says what is on hand when the movements are a moment older than the level', () => {
    expect(explanation(level(6, 2), movements, true)).toBe('Available 4 = 6 on hand − 2 reserved');
  });

  it('tells a loss as a loss', () => {
    const lost = { type: 'StockAdjusted', by: { onHand: -1_000 } };
    expect(explanation(level(4, 2), [lost, ...movements], true)).toBe(
      'Available 2 = 10 received − 1 corrected − 5 shipped − 2 reserved',
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
  ])('%j reads: %s', (movement, words) => {
    expect(movementSentence(movement, 'pcs')).toBe(words);
  });
});

describe('a mark beside a product', () => {
  it('tells what is short, gone, or can not be', () => {
    expect(supplyMark(level(5, 2))).toBeUndefined();
    expect(supplyMark(level(2, 2, 3))?.text).toBe('3 short');
    expect(supplyMark(level(2, 2))?.text).toBe('None left');
    expect(supplyMark(level(-1, 0))?.tone).toBe('wrong');
  });
});

describe('a stock form', () => {
  const written = { quantity: 2_000, text: 'broken' };

  it('books what was lost as a minus', () => {
    const { payload } = stockCommand('p', { action: 'adjust', way: 'remove', ...written });
    expect(payload).toEqual({ productId: 'p', delta: -2_000, reason: 'broken' });
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
