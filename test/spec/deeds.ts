import * as fc from 'fast-check';
import { ANNA, fulfilmentId, JAM, lineId, orderId, paymentId, SOAP, TEA } from './shop.ts';

export const PRODUCTS = [TEA, JAM, SOAP] as const;
export const ORDERS = [1, 2].map(orderId);

/** Something a seller does, or a moment in which the process gets a little further. */
export type Deed = { readonly type: string; readonly payload: object } | 'read' | 'send';

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

const deed = (
  type: string,
  payload: Record<string, fc.Arbitrary<unknown>>,
  required?: string[],
): fc.Arbitrary<Deed> =>
  fc.record({
    type: fc.constant(type),
    payload: fc.record(payload, { requiredKeys: required ?? Object.keys(payload) }),
  });

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
    weight: 2,
    arbitrary: deed('SetStockPolicy', {
      productId: product,
      policy: fc.constantFrom('allow', 'warn', 'block'),
    }),
  },
  { weight: 1, arbitrary: deed('ChangeProduct', { productId: product, unitPrice }) },
  { weight: 12, arbitrary: fc.constantFrom('read', 'read', 'send') },
);
