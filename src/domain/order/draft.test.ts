import { describe, it } from 'vitest';
import { on } from '../../kernel/index.ts';
import { given } from '../../../test/spec/decision.ts';
import {
  amountOff,
  ANNA,
  anna,
  draft,
  eur,
  JAM,
  line,
  lineId,
  openOrder,
  orderId,
  paymentId,
  percentOff,
  pieces,
  price,
  shop,
  SOAP,
  tax,
  TEA,
  terms,
} from '../../../test/spec/shop.ts';
import { BOOK_ID, BookOpened, books, defaultBook } from '../book/index.ts';
import { CustomerArchived, customers } from '../customer/index.ts';
import { ProductArchived, products } from '../product/index.ts';
import * as order from './index.ts';

const { AddLine, ChangeLine, CreateDraft, DiscardDraft, RemoveLine } = order;
const FIRST = { orderId: orderId(1) };
const asked = (n: number, productId: string, count: number) => ({
  lineId: lineId(n),
  productId,
  quantity: pieces(count),
});
const noTea = on(products, TEA, ProductArchived({ productId: TEA }));

describe('beginning a draft', () => {
  it('takes over the terms of the book', () =>
    given(on(books, BOOK_ID, BookOpened({ ...defaultBook, taxMode: 'exclusive', rounding: 'perRate' })))
      .when(CreateDraft, FIRST)
      .then(order.DraftCreated({ ...FIRST, ...terms, taxMode: 'exclusive', rounding: 'perRate' })));

  it('needs no book to be opened first', () =>
    given()
      .when(CreateDraft, FIRST)
      .then(order.DraftCreated({ ...FIRST, ...terms })));

  it('may come with its customer and lines, as they are now', () =>
    given(...shop(), anna)
      .when(CreateDraft, { ...FIRST, customerId: ANNA, lines: [asked(1, TEA, 2), asked(2, JAM, 1)] })
      .then(
        order.DraftCreated({ ...FIRST, ...terms }),
        order.CustomerAssigned({ customerId: ANNA, name: 'Anna Berg', company: 'Berg & Co' }),
        order.LineAdded(line(1, TEA, 2)),
        order.LineAdded(line(2, JAM, 1)),
      ));

  it('happens once', () => given().when(CreateDraft, FIRST).again().thenRejected('order-exists', FIRST));

  it('refuses a product that does not exist', () =>
    given()
      .when(CreateDraft, { ...FIRST, lines: [asked(1, TEA, 2)] })
      .thenRejected('unknown-product', { productId: TEA }));

  it('refuses an archived product', () =>
    given(...shop(), noTea)
      .when(CreateDraft, { ...FIRST, lines: [asked(1, TEA, 2)] })
      .thenRejected('product-archived', { name: 'Tea' }));

  it('refuses a customer who does not exist', () =>
    given()
      .when(CreateDraft, { ...FIRST, customerId: ANNA })
      .thenRejected('unknown-customer', { customerId: ANNA }));

  it('refuses an archived customer', () =>
    given(anna, on(customers, ANNA, CustomerArchived({ customerId: ANNA })))
      .when(CreateDraft, { ...FIRST, customerId: ANNA })
      .thenRejected('customer-archived', { name: 'Anna Berg' }));

  it('refuses the same line twice', () =>
    given(...shop())
      .when(CreateDraft, { ...FIRST, lines: [asked(1, TEA, 2), asked(1, JAM, 2)] })
      .thenRejected('line-exists', { lineId: lineId(1) }));

  it('refuses a line that could not be priced', () =>
    given(...shop())
      .when(CreateDraft, { ...FIRST, lines: [{ ...asked(1, TEA, 1), discount: amountOff(5) }] })
      .thenRejected('line-discount-exceeds-line', { name: 'Tea', discount: 500, gross: 450 }));

  it('wants no member that it does not know', () =>
    given()
      .when(CreateDraft, { ...FIRST, customer: ANNA })
      .thenMalformed(''));
});

describe('adding a line to a draft', () => {
  const added = { ...FIRST, ...asked(2, SOAP, 1.5) };

  it('takes name, unit, price and tax rate from the product', () =>
    given(...shop(), draft(1, []))
      .when(AddLine, added)
      .then(order.LineAdded(line(2, SOAP, 1.5))));

  it('takes the price that was agreed instead', () =>
    given(...shop(), draft(1, []))
      .when(AddLine, { ...added, unitPrice: price(2.5), discount: percentOff(10) })
      .then(order.LineAdded(line(2, SOAP, 1.5, { unitPrice: price(2.5), discount: percentOff(10) }))));

  it('happens once', () =>
    given(...shop(), draft(1, []))
      .when(AddLine, added)
      .again()
      .thenRejected('line-exists', { lineId: lineId(2) }));

  it('refuses a product that does not exist', () =>
    given(draft(1, [])).when(AddLine, added).thenRejected('unknown-product', { productId: SOAP }));

  it('refuses an archived product', () =>
    given(...shop(), noTea, draft(1, []))
      .when(AddLine, { ...FIRST, ...asked(1, TEA, 1) })
      .thenRejected('product-archived', { name: 'Tea' }));

  it('refuses a discount larger than the line', () =>
    given(...shop(), draft(1, []))
      .when(AddLine, { ...added, discount: amountOff(4.5) })
      .thenRejected('line-discount-exceeds-line', { discount: 450, gross: 449 }));

  it('refuses more money than can be counted exactly', () =>
    given(...shop(), draft(1, []))
      .when(AddLine, { ...added, quantity: 1e12, unitPrice: 1e12 })
      .thenRejected('amount-too-large'));

  it('refuses half a gram less than a quantity can say', () =>
    given(...shop(), draft(1, []))
      .when(AddLine, { ...added, quantity: 1500.5 })
      .thenMalformed('quantity'));

  it('refuses nothing of something', () =>
    given(...shop(), draft(1, []))
      .when(AddLine, { ...added, quantity: 0 })
      .thenMalformed('quantity'));
});

describe('changing a line of a draft', () => {
  const tea = draft(1, [line(1, TEA, 2, { discount: percentOff(10) })]);
  const change = { ...FIRST, lineId: lineId(1) };
  const changed = { lineId: lineId(1), quantity: pieces(2), unitPrice: price(4.5), discount: percentOff(10) };

  it('keeps what is not named', () =>
    given(tea)
      .when(ChangeLine, { ...change, quantity: pieces(3) })
      .then(order.LineChanged({ ...changed, quantity: pieces(3) })));

  it('takes the discount away when told to', () =>
    given(tea)
      .when(ChangeLine, { ...change, discount: 'none' })
      .then(order.LineChanged({ ...changed, discount: undefined })));

  it('happens once', () =>
    given(tea)
      .when(ChangeLine, { ...change, unitPrice: price(4), discount: amountOff(1) })
      .again()
      .thenNothing());

  it('refuses a line that is not there', () =>
    given(tea)
      .when(ChangeLine, { ...change, lineId: lineId(2) })
      .thenRejected('unknown-line', { lineId: lineId(2) }));

  it('refuses a price below the discount', () =>
    given(draft(1, [line(1, TEA, 1, { discount: amountOff(4) })]))
      .when(ChangeLine, { ...change, unitPrice: price(3) })
      .thenRejected('line-discount-exceeds-line', { discount: 400, gross: 300 }));

  it('refuses more money than can be counted exactly', () =>
    given(tea)
      .when(ChangeLine, { ...change, quantity: 1e12, unitPrice: 1e12 })
      .thenRejected('amount-too-large'));
});

describe('removing a line of a draft', () => {
  const removing = given(draft(1, [line(1, TEA, 2), line(2, JAM, 1)])).when(RemoveLine, {
    ...FIRST,
    lineId: lineId(1),
  });
  it('leaves the others', () => removing.then(order.LineRemoved({ lineId: lineId(1) })));
  it('happens once', () => removing.again().thenRejected('unknown-line'));
});

describe('discarding a draft', () => {
  const paid = order.PaymentRecorded({ paymentId: paymentId(1), method: 'card', amount: eur(2) });

  it('ends it', () => given(draft(1, [])).when(DiscardDraft, FIRST).then(order.DraftDiscarded({})));
  it('happens once', () =>
    given(draft(1, []))
      .when(DiscardDraft, FIRST)
      .again()
      .thenRejected('not-a-draft', { lifecycle: 'discarded' }));
  it('is refused once money was taken', () =>
    given(draft(1, [], paid))
      .when(DiscardDraft, FIRST)
      .thenRejected('draft-has-payments', { paid: 200 }));
});

describe('what only a draft takes', () => {
  const attempts = [
    [AddLine, asked(2, JAM, 1)],
    [ChangeLine, { lineId: lineId(1), quantity: pieces(9) }],
    [RemoveLine, { lineId: lineId(1) }],
    [order.AssignCustomer, { customerId: ANNA }],
    [order.SetDiscount, { discount: percentOff(5) }],
    [order.SetShipping, { amount: 100, taxRate: tax(7) }],
    [order.SetDates, { dueOn: '2026-12-24' }],
    [DiscardDraft, {}],
    [order.SubmitOrder, {}],
  ] as const;

  it.each(attempts)('an order refuses: $0.type', (command, payload) =>
    given(...shop(), anna, openOrder(1, [line(1, TEA, 2)]))
      .when(command, { ...FIRST, ...payload })
      .thenRejected('not-a-draft', { lifecycle: 'open' }),
  );

  it.each(attempts)('an order that does not exist refuses: $0.type', (command, payload) =>
    given(...shop(), anna)
      .when(command, { ...FIRST, ...payload })
      .thenRejected('unknown-order', FIRST),
  );
});
