import { fc } from './fc.ts';
import { ANNA, fulfilmentId, JAM, lineId, orderId, paymentId, returnId, SOAP, TEA } from './shop.ts';

export const PRODUCTS = [TEA, JAM, SOAP] as const;
export const ORDERS = [1, 2].map(orderId);

/**
 * Something a seller does, or a moment in which the process gets a little further, dies after it sent and before it knew
 * of that, or has lost all it knew and begins anew.
 */
export type Deed = { readonly type: string; readonly payload: object } | 'read' | 'send' | 'die' | 'lose';

const product = fc.constantFrom(...PRODUCTS);
const someOrder = fc.constantFrom(...ORDERS);
const pieces = fc.integer({ min: 1, max: 5 }).map((count) => count * 1000);
const line = fc.nat(2).map((n) => lineId(n + 1));
const reason = fc.constant('because');
const unitPrice = fc.integer({ min: 0, max: 99_999 });
const asked = { lineId: line, productId: product, quantity: pieces };
const lines = fc.uniqueArray(fc.record({ ...asked, unitPrice }), {
  minLength: 1,
  maxLength: 3,
  selector: (one) => one.lineId,
});
const unique = fc.nat(40);
const parts = fc.array(fc.record({ lineId: line, quantity: pieces }), { minLength: 1, maxLength: 2 });
const someReturn = fc.constant(returnId(1));
/** Few enough that most orders which shipped have so much of it. */
const aFew = {
  lineId: fc.constantFrom(lineId(1), lineId(1), lineId(2)),
  quantity: fc.constantFrom(500, 1000),
};
const fewParts = fc.array(fc.record(aFew), { minLength: 1, maxLength: 1 });
const revisedLine = fc.oneof(
  fc.record({
    kind: fc.constant('add'),
    lineId: fc.nat(4).map((n) => lineId(n + 1)),
    productId: product,
    quantity: pieces,
  }),
  fc.record(
    { kind: fc.constant('change'), lineId: line, quantity: pieces, unitPrice },
    { requiredKeys: ['kind', 'lineId'] },
  ),
  fc.record({ kind: fc.constant('remove'), lineId: line }),
);

const deed = (
  type: string,
  payload: Record<string, fc.Arbitrary<unknown>>,
  required?: string[],
): fc.Arbitrary<Deed> =>
  fc.record({
    type: fc.constant(type),
    payload: fc.record(payload, { requiredKeys: required ?? Object.keys(payload) }),
  });

const ofGoods = (type: string, weight: number) => ({
  weight,
  arbitrary: deed(
    type,
    { orderId: someOrder, fulfilmentId: unique.map((n) => fulfilmentId(n)), lines: parts },
    ['orderId', 'fulfilmentId'],
  ),
});

/** What becomes of an order once it is agreed. */
const later: fc.Arbitrary<Deed> = fc.oneof(
  ofGoods('PrepareItems', 3),
  ofGoods('MarkReady', 2),
  ofGoods('CollectItems', 2),
  { weight: 4, arbitrary: deed('UndoPrepare', { orderId: someOrder, lines: parts }, ['orderId']) },
  { weight: 3, arbitrary: deed('DeliverItems', { orderId: someOrder, lines: parts }, ['orderId']) },
  {
    weight: 6,
    arbitrary: deed('ReviseOrder', {
      ...{ orderId: someOrder, baseRevision: fc.constantFrom(0, 0, 1, 1, 2, 3), reason },
      changes: fc.record({ lines: fc.array(revisedLine, { minLength: 1, maxLength: 2 }) }),
    }),
  },
  {
    weight: 3,
    arbitrary: deed('CancelRemainder', { orderId: someOrder, lines: parts, reason }, ['orderId', 'reason']),
  },
  { weight: 5, arbitrary: deed('ReopenOrder', { orderId: someOrder, reason }) },
  {
    weight: 8,
    arbitrary: deed('CounterSale', {
      ...{ orderId: someOrder, lines, fulfilmentId: unique.map(fulfilmentId), override: reason },
      payment: fc.record({ paymentId: unique.map(paymentId), method: fc.constant('cash') }),
    }),
  },
  {
    weight: 6,
    arbitrary: deed('UndoCounterSale', {
      ...{ orderId: someOrder, returnId: someReturn, reason },
      ...{ creditId: unique.map(paymentId), refundId: unique.map(paymentId) },
    }),
  },
  {
    weight: 10,
    arbitrary: deed('RequestReturn', { orderId: someOrder, returnId: someReturn, lines: fewParts, reason }),
  },
  {
    weight: 12,
    arbitrary: deed('ReceiveReturn', {
      ...{ orderId: someOrder, returnId: someReturn },
      lines: fc.array(
        fc.record({
          ...aFew,
          disposition: fc.constantFrom('restock', 'damaged', 'discard'),
        }),
        { minLength: 1, maxLength: 1 },
      ),
    }),
  },
  { weight: 1, arbitrary: deed('CloseReturn', { orderId: someOrder, returnId: someReturn }) },
  { weight: 1, arbitrary: deed('CancelReturn', { orderId: someOrder, returnId: someReturn }) },
  { weight: 1, arbitrary: deed('RestoreDraft', { orderId: someOrder }) },
  { weight: 1, arbitrary: deed('ArchiveOrder', { orderId: someOrder }) },
  { weight: 1, arbitrary: deed('UnarchiveOrder', { orderId: someOrder }) },
  { weight: 1, arbitrary: deed('Tag', { orderId: someOrder, tag: fc.constantFrom('gift', 'Gift', 'x') }) },
  { weight: 1, arbitrary: deed('Untag', { orderId: someOrder, tag: fc.constantFrom('GIFT', 'x') }) },
  {
    weight: 1,
    arbitrary: deed('SetReorderLevel', { productId: product, level: fc.constantFrom('none', 2000) }),
  },
  {
    weight: 2,
    arbitrary: deed('SetBuffer', { productId: product, quantity: fc.constantFrom(0, 1000, 3000), reason }),
  },
);

/** A seller's day, one deed at a time, most of them possible. */
export const deeds: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 5, arbitrary: deed('CreateDraft', { orderId: someOrder, lines }) },
  { weight: 1, arbitrary: deed('AddLine', { orderId: someOrder, ...asked }) },
  { weight: 1, arbitrary: deed('RemoveLine', { orderId: someOrder, lineId: line }) },
  { weight: 1, arbitrary: deed('DiscardDraft', { orderId: someOrder }) },
  { weight: 9, arbitrary: deed('SubmitOrder', { orderId: someOrder, override: reason }, ['orderId']) },
  {
    weight: 1,
    arbitrary: deed(
      'ImportOrder',
      {
        ...{ orderId: someOrder, customerId: fc.constant(ANNA), lines },
        source: fc.constant({ system: 'old', reference: '7' }),
        shippedAt: fc.constant('2026-01-02T00:00:00.000Z'),
      },
      ['orderId', 'customerId', 'lines', 'source'],
    ),
  },
  {
    weight: 2,
    arbitrary: deed('RecordPayment', {
      ...{ orderId: someOrder, paymentId: unique.map(paymentId), method: fc.constant('card') },
      amount: fc.integer({ min: 1, max: 3000 }),
    }),
  },
  {
    weight: 4,
    arbitrary: deed(
      'ShipItems',
      {
        ...{ orderId: someOrder, fulfilmentId: unique.map(fulfilmentId) },
        lines: fc.array(fc.record({ lineId: line, quantity: pieces }), { minLength: 1, maxLength: 2 }),
      },
      ['orderId', 'fulfilmentId'],
    ),
  },
  { weight: 2, arbitrary: deed('CancelOrder', { orderId: someOrder, reason }) },
  { weight: 2, arbitrary: deed('HoldOrder', { orderId: someOrder, reason }) },
  { weight: 5, arbitrary: deed('ReleaseOrder', { orderId: someOrder }) },
  { weight: 5, arbitrary: deed('ReceiveStock', { productId: product, quantity: pieces }) },
  {
    weight: 2,
    arbitrary: deed('AdjustStock', {
      ...{ productId: product, reason },
      delta: fc.constantFrom(-4000, -1000, 1000, 2500),
    }),
  },
  { weight: 1, arbitrary: deed('CountStock', { productId: product, counted: pieces }) },
  {
    weight: 3,
    arbitrary: deed('SetStockPolicy', {
      productId: product,
      policy: fc.constantFrom('allow', 'warn', 'block', 'uncounted', 'uncounted'),
    }),
  },
  { weight: 1, arbitrary: deed('ChangeProduct', { productId: product, unitPrice }) },
  { weight: 30, arbitrary: later },
  { weight: 18, arbitrary: fc.constantFrom('read', 'read', 'send', 'read', 'read', 'send', 'die', 'lose') },
);

const [FIRST_ORDER] = ORDERS;

/** How some days begin, so that they get further: an order taken, some of it on the shelf. */
export const openings: fc.Arbitrary<readonly Deed[]> = fc.constantFrom<readonly Deed[]>(
  [],
  [
    { type: 'ReceiveStock', payload: { productId: TEA, quantity: 4000 } },
    {
      type: 'CreateDraft',
      payload: {
        orderId: FIRST_ORDER,
        lines: PRODUCTS.map((productId, n) => ({ lineId: lineId(n + 1), productId, quantity: 3000 })),
      },
    },
    { type: 'SubmitOrder', payload: { orderId: FIRST_ORDER, override: 'because' } },
  ],
);
