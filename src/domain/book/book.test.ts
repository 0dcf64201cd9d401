import { describe, it } from 'vitest';
import { on } from '../../kernel/index.ts';
import { given } from '../../../test/spec/decision.ts';
import { tax } from '../../../test/spec/shop.ts';
import { CashStep, CurrencyCode } from '../pricing/index.ts';
import {
  ArrangeOrderViews,
  BOOK_ID,
  BookOpened,
  books,
  BookSettingsChanged,
  ChangeBookSettings,
  defaultBook,
  defaultViews,
  OpenBook,
  OrderViewsArranged,
} from './index.ts';

const settings = { ...defaultBook, name: 'Hill Farm', defaultTaxRate: tax(7) };
const opened = on(books, BOOK_ID, BookOpened(settings));

describe('a book that nobody opened yet', () => {
  it('is opened with its settings', () => given().when(OpenBook, settings).then(BookOpened(settings)));
  it('is not opened with two series of one prefix', () =>
    given()
      .when(OpenBook, { ...settings, invoicePrefix: 'A-' })
      .thenRejected('prefixes-clash', { prefix: 'A-' }));
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

  it('takes what documents say of the seller, and forgets what is emptied', async () => {
    const seller = {
      sellerName: 'Hill Farm Ltd',
      address: { street: 'Hill 1', city: 'Dale' },
      taxNumber: 'DE123',
      paymentDays: 14,
      reminderDays: 3,
      cashStep: CashStep.parse(5),
      invoicePrefix: 'R-',
      logo: `data:image/png;base64,iVBORw0KGgo${'A'.repeat(40)}`,
    };
    const told = BookSettingsChanged({ ...settings, ...seller });
    await given(opened).when(ChangeBookSettings, seller).then(told);
    await given(opened, on(books, BOOK_ID, told))
      .when(ChangeBookSettings, {
        ...{ sellerName: '', address: {}, taxNumber: ' ', invoicePrefix: '', logo: '' },
        ...{ cashStep: 'none', paymentDays: 'none', reminderDays: 'none' },
      })
      .then(BookSettingsChanged(settings));
  });

  it.each([{ numberPrefix: 'INV-' }, { invoicePrefix: 'A-' }, { invoicePrefix: 'X', creditNotePrefix: 'X' }])(
    'gives no two series one prefix: %o',
    (clash) => given(opened).when(ChangeBookSettings, clash).thenRejected('prefixes-clash'),
  );

  it.each([
    'https://example.org/logo.png',
    'data:image/svg+xml;base64,PHN2Zz4=',
    'data:image/png;base64,PHN2Zz4=',
    `data:image/jpeg;base64,/9j/${'A'.repeat(65_536)}`,
  ])('shows no logo that is not a small PNG or JPEG', (logo) =>
    given(opened).when(ChangeBookSettings, { logo }).thenMalformed('logo'),
  );
});

describe('ways to look at the orders', () => {
  const views = [...defaultViews, { viewId: 'big', name: 'The big ones', look: 'sort=total-falling' }];
  it('are kept as they are said, once', async () => {
    const arranging = given(opened).when(ArrangeOrderViews, { views });
    await arranging.then(OrderViewsArranged({ views }));
    await arranging.again().thenNothing();
  });
  it('stand before the book is opened, and stay when it is', () =>
    given(on(books, BOOK_ID, OrderViewsArranged({ views })), opened)
      .when(ArrangeOrderViews, { views })
      .thenNothing());
  it('need something to be known by', () =>
    given(opened)
      .when(ArrangeOrderViews, { views: [{ viewId: '', look: '' }] })
      .thenMalformed('views.0.viewId'));
});
