import { fc } from '../../../test/spec/fc.ts';
import { describe, expect, it } from 'vitest';
import { commands } from '../../domain/index.ts';
import { permits } from '../../domain/operator/index.ts';
import {
  fulfilmentStatus,
  lifecycle,
  orders,
  paymentStatusOf,
  returnStatus,
} from '../../domain/order/index.ts';
import { available, stock } from '../../domain/stock/index.ts';
import type { Aggregate } from '../../kernel/index.ts';
import { processes } from '../../processes/index.ts';
import { MemoryBook } from '../../../test/spec/memory-book.ts';
import { runJob } from '../../../test/spec/memory-job.ts';
import { FillSampleBook } from './index.ts';
import { LANGUAGES, type Language } from './words/shape.ts';
import { wordsIn } from './words/words.ts';

const NOW = '2026-11-20T10:42:17.123Z';
const emptyBook = () => new MemoryBook({ commands, processes, permits });
const fill = (book: MemoryBook, options = {}, language: Language = 'en') =>
  runJob(FillSampleBook, { language }, book, { startedAt: NOW, ...options });
const filled = async (startedAt = NOW): Promise<MemoryBook> => {
  const book = emptyBook();
  await fill(book, { startedAt });
  return book;
};

const statesOf = <State>(book: MemoryBook, aggregate: Aggregate<State>): State[] => {
  const states = new Map<string, State>();
  for (const event of book.events)
    if (event.stream.startsWith(`${aggregate.category}-`))
      states.set(event.stream, aggregate.evolve(states.get(event.stream) ?? aggregate.initial, event));
  return [...states.values()];
};

describe('the sample book', () => {
  it('is filled without a refusal, and without stock that nobody has, whenever it is', async () => {
    const anyTime = fc.date({
      min: new Date('2026-01-01'),
      max: new Date('2040-01-01'),
      noInvalidDate: true,
    });
    await fc.assert(
      fc.asyncProperty(anyTime, async (now) => {
        const book = emptyBook();
        const { report } = await fill(book, { startedAt: now.toISOString() });
        expect(report).toEqual({ products: 24, customers: 18, orders: 104, alreadyThere: 0, refused: 0 });
        const own = book.events.filter(({ meta }) => meta.commandId.startsWith('sample/'));
        expect(own.filter(({ meta }) => meta.occurredAt > now.toISOString())).toEqual([]);
        expect(statesOf(book, stock).every(({ onHand }) => onHand >= 0)).toBe(true);
        // Somebody has ordered all bowls there are: nobody waits for anything else.
        const waiting = statesOf(book, stock).filter(({ backOrdered }) => backOrdered > 0);
        expect(waiting).toHaveLength(1);
      }),
      { numRuns: 6 },
    );
  });

  it('has orders in every state, numbered in the order in which they came in', async () => {
    const book = await filled();
    const all = statesOf(book, orders);
    expect(new Set(all.map(lifecycle))).toEqual(new Set(['open', 'draft', 'cancelled']));
    expect(new Set(all.map(paymentStatusOf))).toEqual(
      new Set(['paid', 'unpaid', 'partly-paid', 'partly-refunded', 'refund-due', 'nothing-due']),
    );
    expect(new Set(all.map(fulfilmentStatus))).toEqual(
      new Set(['shipped', 'partly-shipped', 'unfulfilled', 'nothing-to-fulfil']),
    );
    expect(new Set(all.map(returnStatus))).toEqual(new Set(['none', 'requested', 'partly-returned']));
    expect(all.filter(({ hold }) => hold)).toHaveLength(1);
    expect(book.ofType('NoteAdded').length).toBeGreaterThan(3);
    const submitted = book.ofType('OrderSubmitted').map(({ meta }) => meta.occurredAt);
    expect(submitted).toEqual([...submitted].sort());
  });

  it('is a season: months of market days and working days, with customers who come again', async () => {
    const book = await filled();
    const submitted = book.ofType('OrderSubmitted');
    const months = new Set(submitted.map(({ meta }) => meta.occurredAt.slice(0, 7)));
    expect(months.size).toBeGreaterThanOrEqual(5);
    const days = new Set(submitted.map(({ meta }) => new Date(meta.occurredAt).getUTCDay()));
    expect(days).toEqual(new Set([1, 2, 3, 4, 5, 6]));
    const bought = statesOf(book, orders).flatMap(({ customer }) => customer?.customerId ?? []);
    expect(bought.length).toBeGreaterThan(new Set(bought).size * 2);
    const low = statesOf(book, stock).filter(
      (shelf) => shelf.reorderLevel !== undefined && available(shelf) <= shelf.reorderLevel,
    );
    expect(low.length).toBeGreaterThanOrEqual(3);
    expect(low.length).toBeLessThan(9);
  });

  it('adds nothing when it is filled again, on another day either', async () => {
    const book = await filled();
    const before = book.events.length;
    const { report } = await fill(book, { startedAt: '2026-12-01T08:00:00.000Z' });
    expect(book.events).toHaveLength(before);
    expect(report).toMatchObject({ products: 0, customers: 0, orders: 0, refused: 0 });
  });

  it('is the same season in every language, all of it said in that language', async () => {
    const english = await wordsIn('en');
    const told = (book: MemoryBook) => book.events.map(({ type, stream }) => `${type} ${stream}`);
    const season = told(await filled());
    for (const language of LANGUAGES) {
      const book = emptyBook();
      await fill(book, {}, language);
      expect(told(book), language).toEqual(season);
      expect(JSON.stringify(book.events)).not.toContain('undefined');
      const { goods, notes } = await wordsIn(language);
      expect(Object.keys(goods).sort()).toEqual(Object.keys(english.goods).sort());
      expect(new Set([...Object.values(goods), ...notes]).size).toBe(24 + 5);
    }
    const book = emptyBook();
    await fill(book, {}, 'de');
    const said = JSON.stringify(book.events);
    for (const word of ['Kartoffeln', 'Laib', 'Lieferschein', 'Deutschland', 'Kerze', 'Möhren'])
      expect(said).toContain(word);
    const phrases = [...Object.values(english.goods), ...english.notes, ...Object.values(english.suppliers)];
    for (const word of phrases) expect(said).not.toContain(word);
    // In another language there is nothing new either.
    const before = book.events.length;
    await fill(book, {}, 'es');
    expect(book.events).toHaveLength(before);
  });

  it('leaves an open book its own terms', async () => {
    const book = emptyBook();
    const terms = { currency: 'CHF', taxMode: 'inclusive', rounding: 'perLine', defaultTaxRate: 8100 };
    await book.dispatch([
      { commandId: 'mine', type: 'OpenBook', payload: { name: 'Mine', numberPrefix: 'M-', ...terms } },
    ]);
    const { report } = await fill(book);
    expect(report).toMatchObject({ orders: 104, refused: 0 });
    expect(book.ofType('BookOpened')).toHaveLength(1);
    expect(book.ofType('OrderSubmitted')[0]?.data).toMatchObject({ number: 'M-1001', currency: 'CHF' });
  });

  it('is the same book wherever its filling is cut off', async () => {
    const whole = await filled();
    const book = emptyBook();
    await fill(book, {
      diesBefore: (chunk: number) => chunk === 3,
      diesAfterDispatch: (dispatch: number) => dispatch === 1 || dispatch === 5,
    });
    expect(book.events).toEqual(whole.events);
  });
});
