import { describe, expect, it } from 'vitest';
import { books } from '../../src/domain/book/index.ts';
import { customers } from '../../src/domain/customer/index.ts';
import { balanceOf, orders, type OrderState } from '../../src/domain/order/index.ts';
import { products } from '../../src/domain/product/index.ts';
import { available, stock, type StockState } from '../../src/domain/stock/index.ts';
import { ADA, draftFor, HONEY, id, line, SOAP } from '../spec/stall.ts';
import { openCounter, owner, trade, type Counter } from './counter.ts';
import { deeds, ofOrder, ORDER, pay, reason, VARIANT } from './deeds-taken-back.ts';

/** A shop with ten of each on the shelf, a customer and a placed order of two jars of honey and a soap. */
const openShop = async (): Promise<Counter> => {
  const shop = await openCounter();
  await shop.give('OpenBook', {
    ...{ name: 'Shop', currency: 'EUR', taxMode: 'inclusive', rounding: 'perLine' },
    ...{ defaultTaxRate: 0, numberPrefix: 'A-' },
  });
  const taxRate = 10_000;
  for (const [productId, name, unitPrice] of [
    [HONEY, 'Honey', 98_000],
    [SOAP, 'Soap', 35_000],
  ] as const) {
    await shop.give('CreateProduct', { productId, name, unit: 'pcs', unitPrice, taxRate });
    await shop.give('ReceiveStock', { productId, quantity: 10_000 });
  }
  await shop.give('AddVariant', {
    productId: SOAP,
    variantId: VARIANT,
    options: [{ name: 'Size', value: 'S' }],
  });
  await shop.give('ArchiveVariant', { productId: SOAP, variantId: VARIANT });
  await shop.give('CreateCustomer', { customerId: ADA, name: 'Ada', email: 'ada@example.org' });
  await shop.give('CreateDraft', draftFor(ORDER));
  await shop.give('SubmitOrder', ofOrder);
  return shop;
};

const some = (sums: Readonly<Record<string, number>>) => Object.entries(sums).filter(([, sum]) => sum > 0);

/** What of an order a seller sees; how it came to be so is kept for ever. */
const seen = (order: OrderState) => ({
  ...{ cancelled: order.cancelled, discarded: order.discarded, archived: order.archived, hold: order.hold },
  ...{
    tags: order.tags,
    prepared: some(order.prepared),
    ready: some(order.ready),
    total: order.agreed?.totals.total,
  },
  lines: order.lines.map(({ lineId, quantity, unitPrice }) => ({ lineId, quantity, unitPrice })),
  ...{ customer: order.customer, discount: order.discount, shipping: order.shipping },
  ...{ promisedOn: order.dates.promisedOn, sums: order.sums },
  returns: order.returns.filter(({ standing }) => standing === 'open').length,
});
const shelf = (state: StockState) => ({ ...state, available: available(state), claims: {} });

/** All that the commands of these specs touch. */
const everything = async (shop: Counter) => ({
  order: seen(await shop.state(orders, ORDER)),
  honey: shelf(await shop.state(stock, HONEY)),
  soap: shelf(await shop.state(stock, SOAP)),
  product: await shop.state(products, SOAP),
  customer: await shop.state(customers, ADA),
  book: await shop.state(books, 'main'),
});

describe.each(deeds.map(([before, done, rests]) => ({ name: done[0], before, done, rests })))(
  '$name',
  ({ before, done, rests }) => {
    it('is taken back as if it had not been, once however often that is asked', async () => {
      const shop = await openShop();
      for (const [type, payload] of before) await shop.give(type, payload);
      const stood = await everything(shop);
      const deed = await shop.give(...done);
      expect(await everything(shop)).not.toEqual(stood);
      expect(await shop.whyNot(deed)).toBeUndefined();
      expect(await shop.takeBack(deed)).toEqual(['committed']);
      expect(await everything(shop)).toEqual(stood);
      const { position } = await shop.log.head();
      expect(await shop.takeBack(deed)).toEqual(['duplicate']);
      expect(await shop.whyNot(deed)).toBe('already-undone');
      expect((await shop.log.head()).position).toBe(position);
    });
    if (rests)
      it(`is not any more after ${rests[0][0]}, and says why`, async () => {
        const shop = await openShop();
        for (const [type, payload] of before) await shop.give(type, payload);
        const deed = await shop.give(...done);
        await shop.give(...rests[0]);
        const { position } = await shop.log.head();
        expect(await shop.whyNot(deed)).toBe(rests[1]);
        expect(await shop.takeBack(deed)).toEqual([rests[1]]);
        expect((await shop.log.head()).position).toBe(position);
      });
  },
);

describe('drafts, sales and imports', () => {
  it('a new draft is thrown away, and found again', async () => {
    const shop = await openShop();
    const begun = await shop.give('CreateDraft', draftFor(id(22)));
    expect(await shop.takeBack(begun)).toEqual(['committed']);
    expect((await shop.state(orders, id(22))).discarded).toBe(true);
    expect(await shop.takeBack(`undo/${begun}/0`)).toEqual(['committed']);
    expect((await shop.state(orders, id(22))).discarded).toBe(false);
  });

  it('a counter sale gives goods and money back; not once it was paid back otherwise', async () => {
    const shop = await openShop();
    const sale = (n: number) => ({
      ...{ orderId: id(n), lines: [{ lineId: line(id(n), 1), productId: HONEY, quantity: 1000 }] },
      ...{ payment: { paymentId: id(n + 100), method: 'cash', tendered: 1000 }, fulfilmentId: id(n + 200) },
    });
    const stood = shelf(await shop.state(stock, HONEY));
    const sold = await shop.give('CounterSale', sale(31));
    expect(await shop.takeBack(sold)).toEqual(['committed']);
    expect(shelf(await shop.state(stock, HONEY))).toEqual(stood);
    const { sums } = await shop.state(orders, id(31));
    expect(sums.payments).toBe(sums.refunds);
    const other = await shop.give('CounterSale', sale(32));
    await shop.give('RequestReturn', {
      orderId: id(32),
      returnId: id(52),
      lines: [{ lineId: line(id(32), 1), quantity: 1000 }],
      reason,
    });
    expect(await shop.takeBack(other)).toEqual(['not-as-sold']);
  });

  it('what a step of the order did is not done again by taking back', async () => {
    const shop = await openShop();
    const [orderId, discarded] = [id(33), { orderId: id(34) }];
    const sold = await shop.give('CounterSale', {
      ...{ orderId, lines: [{ lineId: line(orderId, 1), productId: HONEY, quantity: 1000 }] },
      ...{ payment: { paymentId: id(133), method: 'cash', tendered: 1000 }, fulfilmentId: id(233) },
    });
    const back = { returnId: id(53), creditId: id(54), refundId: id(55), reason };
    await shop.give('UndoCounterSale', { orderId, ...back });
    await shop.give('CreateDraft', draftFor(id(34)));
    const thrownAway = await shop.give('DiscardDraft', discarded);
    await shop.give('RestoreDraft', discarded);
    const { position } = await shop.log.head();
    expect([await shop.takeBack(sold), await shop.takeBack(thrownAway)]).toEqual([
      ['not-as-sold'],
      ['not-discarded'],
    ]);
    expect((await shop.log.head()).position).toBe(position);
  });

  it('credit that was spent goes back to every order that it came from; not once a part of it has', async () => {
    const shop = await openShop();
    const sources = [id(22), id(23)];
    for (const orderId of sources) {
      await shop.give('CreateDraft', draftFor(orderId));
      await shop.give('SubmitOrder', { orderId });
      await shop.give('RecordPayment', { orderId, paymentId: orderId, method: 'card', amount: 2310 });
      await shop.give('CancelOrder', { orderId, reason });
    }
    const balances = () =>
      Promise.all([ORDER, ...sources].map(async (one) => balanceOf(await shop.state(orders, one)).balance));
    const spend = (n: number) => {
      const from = sources.map((orderId, nth) => ({
        orderId,
        paymentId: id(n + nth),
        refundId: id(n + 2 + nth),
      }));
      return shop.give('SpendCredit', { ...ofOrder, from: from.map((one) => ({ ...one, amount: 1000 })) });
    };
    expect(await balances()).toEqual([2310, -2310, -2310]);
    const spent = await spend(300);
    expect(await balances()).toEqual([310, -1310, -1310]);
    expect(await shop.takeBack(spent)).toEqual(['committed']);
    expect(await balances()).toEqual([2310, -2310, -2310]);
    const again = await spend(400);
    await shop.give('VoidPayment', { ...ofOrder, paymentId: id(400), reason });
    expect(await shop.takeBack(again)).toEqual(['payment-voided']);
    expect(await balances()).toEqual([1310, -2310, -1310]);
  });

  it('a finished import is taken back by its job', async () => {
    const shop = await openShop();
    const importId = id(71);
    await shop.give('StartImport', { importId, files: [] });
    const end = await shop.give('FinishImport', {
      importId,
      counts: { customers: 0, products: 0, orders: 0, lines: 0 },
    });
    expect(await shop.takeBack(end)).toEqual(['accepted']);
    expect(shop.accepted).toMatchObject([{ type: 'UndoImport', payload: { importId } }]);
  });
});

describe('taking back', () => {
  it('several at once undoes each that it can, and says which it could not', async () => {
    const shop = await openShop();
    const bulk = { correlationId: 'bulk-1' };
    await shop.give('CreateDraft', draftFor(id(22)));
    await shop.give('Tag', { ...ofOrder, tag: 'Fair' }, bulk);
    const kept = await shop.give('Tag', { orderId: id(22), tag: 'Fair' }, bulk);
    await shop.give('Untag', { orderId: id(22), tag: 'Fair' });
    expect(await shop.takeBack(bulk)).toEqual(['committed', 'changed-since']);
    expect((await shop.state(orders, ORDER)).tags).toEqual([]);
    expect(await shop.takeBack(['command-1', kept])).toEqual(['no-inverse', 'changed-since']);
    // All that one taking back caused goes by one name again: and comes back by it.
    expect(await shop.takeBack({ correlationId: 'undo/bulk-1' })).toEqual(['committed']);
    expect((await shop.state(orders, ORDER)).tags).toEqual(['Fair']);
  });

  it('is up to those whose role may do what it needs', async () => {
    const shop = await openShop();
    const paid = await shop.give(...pay);
    const clerk = { id: 'cleo', role: 'clerk' };
    expect(await shop.whyNot(paid, clerk)).toBe('not-permitted');
    expect(await shop.takeBack(paid, clerk)).toEqual(['not-permitted']);
    expect(await shop.takeBack(paid, owner)).toEqual(['committed']);
  });

  it('of what nobody did says so', async () => {
    const shop = await openShop();
    expect(await shop.whyNot('nobody')).toBe('unknown-deed');
    expect(await shop.takeBack('nobody')).toEqual(['unknown-deed']);
  });

  it('looks again when somebody comes between', async () => {
    const shop = await openShop();
    const tagged = await shop.give('Tag', { ...ofOrder, tag: 'Fair' });
    const both = Promise.all([shop.takeBack(tagged), shop.attempt('AddNote', { ...ofOrder, text: 'Rang' })]);
    expect((await both)[0]).toEqual(['committed']);
    expect((await shop.state(orders, ORDER)).tags).toEqual([]);
  });

  it('is proved here for every command that declares an inverse', () => {
    const proved = new Set([...deeds.map(([, [type]]) => type), ...ELSEWHERE]);
    const declared = trade.commands.filter((command) => 'inverse' in command).map(({ type }) => type);
    expect(declared.filter((type) => !proved.has(type))).toEqual([]);
  });
});

/** Proved in sentences of their own above; the draft's way back is the way of what takes a new one back. */
const ELSEWHERE = [
  'CreateDraft',
  'DiscardDraft',
  'RestoreDraft',
  'CounterSale',
  'FinishImport',
  'SpendCredit',
];
