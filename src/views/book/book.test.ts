import { expect, it } from 'vitest';
import {
  BookOpened,
  books,
  BookSettingsChanged,
  BOOK_ID,
  OrderViewsArranged,
} from '../../domain/book/index.ts';
import { NumberAllocated, NumberingSet, series } from '../../domain/series/index.ts';
import { on } from '../../kernel/index.ts';
import { ask, fact, project } from '../../../test/spec/projection.ts';
import { Numberings } from './numberings.ts';
import { bookView } from './projection.ts';
import { BookSettings, OrderViews } from './query.ts';

const settings = {
  name: 'Bee & Sons',
  currency: 'CHF',
  taxMode: 'exclusive',
  rounding: 'perRate',
  defaultTaxRate: 8100,
  numberPrefix: 'B-',
};

it('gives the settings that every book begins with until it is opened', async () => {
  await expect(ask(BookSettings, project(bookView).given().tables, {})).resolves.toMatchObject({
    opened: false,
    currency: 'EUR',
    numberPrefix: 'A-',
  });
});

it('gives the settings as they were chosen last', async () => {
  const { tables } = project(bookView).given(
    on(books, BOOK_ID, fact(BookOpened, settings), fact(BookSettingsChanged, { ...settings, name: 'Bee' })),
  );
  await expect(ask(BookSettings, tables, {})).resolves.toEqual({ ...settings, name: 'Bee', opened: true });
});

it('gives the ways to look at the orders as they were arranged last, and before that the one of every book', async () => {
  const views = [{ viewId: 'big', name: 'The big ones', look: 'sort=total-falling' }];
  const { tables } = project(bookView).given(on(books, BOOK_ID, fact(OrderViewsArranged, { views })));
  await expect(ask(OrderViews, tables, {})).resolves.toEqual(views);
  await expect(ask(OrderViews, project(bookView).given().tables, {})).resolves.toMatchObject([
    { viewId: 'overdue' },
  ]);
});

it('gives how far every series has come, and forgets its zeros with the next number that is set', async () => {
  const name = 'invoice:R-';
  const orderId = '0193500b-0000-7000-8000-000000000001';
  const set = fact(NumberingSet, { series: name, next: 417, digits: 4 });
  const gave = fact(NumberAllocated, { series: name, number: 417, orderId });
  const row = { id: name, of: 'invoice', prefix: 'R-' };
  const told = (...events: Parameters<typeof on>[2][]) =>
    ask(Numberings, project(bookView).given(on(series, name, ...events)).tables, {});
  await expect(told(set)).resolves.toEqual([{ ...row, next: 417, digits: 4 }]);
  await expect(told(set, gave)).resolves.toEqual([{ ...row, next: 418, digits: 4, used: 417 }]);
  await expect(told(set, gave, fact(NumberingSet, { series: name, next: 500 }))).resolves.toEqual([
    { ...row, next: 500, used: 417 },
  ]);
});
