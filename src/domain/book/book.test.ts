import { describe, it } from 'vitest';
import { on } from '../../kernel/index.ts';
import { given } from '../../../test/spec/decision.ts';
import { tax } from '../../../test/spec/shop.ts';
import { CurrencyCode } from '../pricing/index.ts';
import {
  BOOK_ID,
  BookOpened,
  books,
  BookSettingsChanged,
  ChangeBookSettings,
  defaultBook,
  OpenBook,
} from './index.ts';

const settings = { ...defaultBook, name: 'Hill Farm', defaultTaxRate: tax(7) };
const opened = on(books, BOOK_ID, BookOpened(settings));

describe('a book that nobody opened yet', () => {
  it('is opened with its settings', () => given().when(OpenBook, settings).then(BookOpened(settings)));
  it('is opened once', () => given().when(OpenBook, settings).again().thenRejected('book-already-open'));
  it('has no settings to change', () =>
    given().when(ChangeBookSettings, { name: 'Hill Farm' }).thenRejected('book-not-open'));
  it('needs a prefix that can stand in a number', () =>
    given()
      .when(OpenBook, { ...settings, numberPrefix: 'A B' })
      .thenMalformed('numberPrefix'));
});

describe('an open book', () => {
  it('is not opened again under another name', () =>
    given(opened)
      .when(OpenBook, { ...settings, name: 'Other' })
      .thenRejected('book-already-open', { name: 'Hill Farm' }));

  it('changes what is named and keeps the rest', () =>
    given(opened)
      .when(ChangeBookSettings, { currency: 'CHF' })
      .then(BookSettingsChanged({ ...settings, currency: CurrencyCode.parse('CHF') })));

  it('changes once', () => given(opened).when(ChangeBookSettings, { currency: 'CHF' }).again().thenNothing());
  it('does not change into what it is', () => given(opened).when(ChangeBookSettings, settings).thenNothing());
  it('knows no settings but its own', () =>
    given(opened).when(ChangeBookSettings, { colour: 'red' }).thenMalformed(''));
});
