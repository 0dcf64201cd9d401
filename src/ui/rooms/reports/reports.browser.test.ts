import { flushSync } from 'svelte';
import { router } from 'svelte-spa-router';
import { expect, it } from 'vitest';
import { eventually } from '../../../../test/browser/eventually.ts';
import { SlowBook } from '../../../../test/browser/slow-book.ts';
import type { SalesReport } from '../../../views/sales/index.ts';
import { wholeDay } from '../today/takings.ts';
import Reports from './Reports.svelte';

const NONE = { orders: 0, net: 0, tax: 0, credited: 0, writtenOff: 0, taken: 0 };

const endsOf = (asked: object): readonly string[] => (asked as { readonly ends: readonly string[] }).ends;

/** So much was sold, all of it in one part of the time that is asked for. */
const sold =
  (net: number, nth: number) =>
  (asked: object): SalesReport => ({
    ...{ currency: 'EUR', sums: { ...NONE, orders: 1, net } },
    periods: endsOf(asked).map((_, at) => (at === nth ? { ...NONE, orders: 1, net } : NONE)),
    ...{ products: [], customers: [], methods: [], rates: [], orderIds: [] },
  });

/** The address is read when the browser has told of it. */
const lookAt = async (query: string): Promise<void> => {
  location.hash = `#/reports?${query}`;
  await eventually(() => {
    expect(router.querystring).toBe(query);
  });
  flushSync();
};

const open = async (): Promise<{ book: SlowBook; room: HTMLElement }> => {
  await lookAt('period=today');
  const book = new SlowBook();
  const room = book.show(Reports, {});
  book.answer('BookSettings', { currency: 'EUR' });
  return { book, room };
};

/** Links to what is behind the bars, by what is said of them. */
const bars = (room: HTMLElement): Record<string, string> =>
  Object.fromEntries(
    [...room.querySelectorAll('[role=group] a')].map((bar) => [
      bar.getAttribute('aria-label') ?? '',
      bar.getAttribute('href') ?? '',
    ]),
  );

const figures = (room: HTMLElement): string =>
  room.querySelector('dl')?.textContent.replace(/\s+/g, ' ') ?? '';

it('shows a period with its own days and links, until the next one is answered', async () => {
  const { book, room } = await open();
  const [today] = wholeDay(new Date()).ends;
  const isToday = (asked: object): boolean => endsOf(asked).at(-1) === today;
  book.answer('Sales', sold(1000, 9), isToday);
  // As long as what it is compared with is not answered, there is nothing to be compared.
  expect(figures(room)).toBe('');
  book.answer('Sales', sold(500, 9), (asked) => !isToday(asked));
  expect(figures(room)).toMatch(/€10\.00.*100% more than €5\.00/);
  await eventually(() => {
    expect(Object.values(bars(room))).toEqual([expect.stringMatching(/period=today.*&bar=9$/)]);
  });
  const [ofToday, under] = [bars(room), room.querySelector('header')?.textContent];

  await lookAt('period=last-month');
  expect(bars(room)).toEqual(ofToday);
  expect(room.querySelector('header')?.textContent).toBe(under);
  const isLastMonth = (asked: object): boolean =>
    endsOf(asked).at(-1) === new Date(new Date().getFullYear(), new Date().getMonth(), 1).toISOString();
  book.answer('Sales', sold(3000, 20), isLastMonth);
  expect(figures(room)).toMatch(/€10\.00.*100% more than €5\.00/);
  expect(bars(room)).toEqual(ofToday);
  book.answer('Sales', sold(2000, 20), (asked) => !isLastMonth(asked));
  expect(figures(room)).toMatch(/€30\.00.*50% more than €20\.00/);
  await eventually(() => {
    expect(Object.values(bars(room))).toEqual([expect.stringMatching(/period=last-month.*&bar=20$/)]);
  });
  expect(room.querySelector('header')?.textContent).not.toBe(under);
});

it('shows nothing of another day that is looked back at', async () => {
  const { book, room } = await open();
  book.answer('Sales', sold(1000, 9));
  expect(figures(room)).toContain('€10.00');
  await lookAt('period=today&on=2026-01-05');
  expect(figures(room)).toBe('');
});

it('keeps to the report that somebody has turned to, though the room hears of it a moment later', async () => {
  const { room } = await open();
  await lookAt('period=today&report=sellers');
  location.hash = '#/reports?period=today&report=tax';
  const period = room.querySelector('select');
  if (!period) throw new Error('There is no choice of a period.');
  period.value = 'year';
  period.dispatchEvent(new Event('change', { bubbles: true }));
  await eventually(() => {
    expect(router.querystring).toBe('period=year&report=tax');
  });
});
