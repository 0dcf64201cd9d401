import { expect, it } from 'vitest';
import {
  BookOpened,
  books,
  BookSettingsChanged,
  BOOK_ID,
  OrderViewsArranged,
} from '../../domain/book/index.ts';
import { on } from '../../kernel/index.ts';
import { ask, fact, project } from '../../../test/spec/projection.ts';
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
