import { expect, it } from 'vitest';
import { BookOpened, books, BookSettingsChanged, BOOK_ID } from '../../domain/book/index.ts';
import { on } from '../../kernel/index.ts';
import { ask, fact, project } from '../../../test/spec/projection.ts';
import { bookView } from './projection.ts';
import { BookSettings } from './query.ts';

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
