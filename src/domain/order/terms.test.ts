import { describe, it } from 'vitest';
import { on } from '../../kernel/index.ts';
import { given } from '../../../test/spec/decision.ts';
import { amountOff, ANNA, anna, draft, eur, line, orderId, shop, tax, TEA } from '../../../test/spec/shop.ts';
import { BOOK_ID, BookOpened, books, defaultBook } from '../book/index.ts';
import { CustomerArchived, customers } from '../customer/index.ts';
import * as order from './index.ts';

const { AssignCustomer, SetDates, SetDiscount, SetShipping } = order;
const FIRST = { orderId: orderId(1) };
const forAnna = order.CustomerAssigned({ customerId: ANNA, name: 'Anna Berg', company: 'Berg & Co' });

describe("a draft's customer", () => {
  it('is kept as they are now', () =>
    given(anna, draft(1, []))
      .when(AssignCustomer, { ...FIRST, customerId: ANNA })
      .then(forAnna));

  it('is assigned once', () =>
    given(anna, draft(1, []))
      .when(AssignCustomer, { ...FIRST, customerId: ANNA })
      .again()
      .thenNothing());

  it('can be taken off again, once', async () => {
    const takingOff = given(anna, draft(1, [], forAnna)).when(AssignCustomer, FIRST);
    await takingOff.then(order.CustomerUnassigned({}));
    await takingOff.again().thenNothing();
  });

  it('must exist', () =>
    given(draft(1, []))
      .when(AssignCustomer, { ...FIRST, customerId: ANNA })
      .thenRejected('unknown-customer'));

  it('must not be archived', () =>
    given(anna, on(customers, ANNA, CustomerArchived({ customerId: ANNA })), draft(1, []))
      .when(AssignCustomer, { ...FIRST, customerId: ANNA })
      .thenRejected('customer-archived', { name: 'Anna Berg' }));
});

describe("a draft's discount", () => {
  it('is set once, also beyond the lines that are there so far', async () => {
    const setting = given(...shop(), draft(1, [line(1, TEA, 1)])).when(SetDiscount, {
      ...FIRST,
      discount: amountOff(20),
    });
    await setting.then(order.DiscountSet({ discount: amountOff(20) }));
    await setting.again().thenNothing();
  });

  it('is taken away by setting none', () =>
    given(draft(1, [], order.DiscountSet({ discount: amountOff(1) })))
      .when(SetDiscount, FIRST)
      .then(order.DiscountSet({})));
});

describe("a draft's shipping fee", () => {
  it("is taxed at the book's rate unless said otherwise", async () => {
    const book = on(books, BOOK_ID, BookOpened({ ...defaultBook, defaultTaxRate: tax(19) }));
    const fee = { ...FIRST, amount: eur(4.9) };
    await given(book, draft(1, []))
      .when(SetShipping, fee)
      .then(order.ShippingSet({ amount: eur(4.9), taxRate: tax(19) }));
    await given(book, draft(1, []))
      .when(SetShipping, { ...fee, taxRate: tax(7) })
      .then(order.ShippingSet({ amount: eur(4.9), taxRate: tax(7) }));
  });

  it('is set once', () =>
    given(draft(1, []))
      .when(SetShipping, { ...FIRST, amount: eur(4.9) })
      .again()
      .thenNothing());

  it('stays countable together with the lines', () =>
    given(draft(1, [line(1, TEA, 1)]))
      .when(SetShipping, { ...FIRST, amount: Number.MAX_SAFE_INTEGER })
      .thenRejected('amount-too-large'));

  it('is not negative', () =>
    given(draft(1, []))
      .when(SetShipping, { ...FIRST, amount: -1 })
      .thenMalformed('amount'));
});

describe("a draft's dates", () => {
  const dates = { placedOn: '2026-11-18', dueOn: '2026-12-18' };

  it('are set together, once', async () => {
    const setting = given(draft(1, [], order.DatesSet({ promisedOn: '2026-11-30' }))).when(SetDates, {
      ...FIRST,
      ...dates,
    });
    await setting.then(order.DatesSet(dates));
    await setting.again().thenNothing();
  });

  it('are days that exist', () =>
    given(draft(1, []))
      .when(SetDates, { ...FIRST, dueOn: '2026-02-30' })
      .thenMalformed('dueOn'));
});
