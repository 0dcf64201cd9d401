import { fc } from './fc.ts';
import { draftFor, HONEY, id, line, SOAP } from './stall.ts';
import { discount, some, type Deed } from './trading-deeds.ts';

// Where orders stand when chance begins: by chance alone hardly one of ten is ever placed, and one of a hundred sent.

const back = (orderId: string) => ({ orderId, returnId: id(51) });
const part = (orderId: string) => ({ lineId: line(orderId, 1), quantity: 500 });

type Step = readonly [type: string, payload: object];

/** What an order goes through, the one after the other. */
const WAY: readonly ((orderId: string, n: number) => Step)[] = [
  (orderId) => ['SubmitOrder', { orderId }],
  (orderId, n) => ['IssueInvoice', { orderId, invoiceId: id(300 + n) }],
  (orderId, n) => ['RecordPayment', { orderId, paymentId: id(310 + n), amount: 2000, method: 'card' }],
  (orderId, n) => ['ShipItems', { orderId, fulfilmentId: id(320 + n) }],
  (orderId) => ['RequestReturn', { ...back(orderId), lines: [part(orderId)], reason: 'Bent' }],
  (orderId) => [
    'ReceiveReturn',
    { ...back(orderId), lines: [{ ...part(orderId), disposition: 'restock' as const }] },
  ],
];

const occurredAt = '2026-11-01T08:00:00.000Z';

/** What is on an order from the start, whether it goes on its way, and how far. */
const begunOrder = (orderId: string, n: number): fc.Arbitrary<readonly Step[]> =>
  fc
    .record({
      discount: some(discount),
      ofLine: some(discount),
      shipping: fc.constantFrom(undefined, 490),
      steps: fc.constantFrom(0, ...WAY.keys(), WAY.length),
    })
    .map(({ discount: off, ofLine, shipping, steps }) => [
      ['CreateDraft', draftFor(orderId)],
      ...(ofLine ? [['ChangeLine', { orderId, lineId: line(orderId, 1), discount: ofLine }] as const] : []),
      ...(off ? [['SetDiscount', { orderId, discount: off }] as const] : []),
      ...(shipping ? [['SetShipping', { orderId, amount: shipping }] as const] : []),
      ...WAY.slice(0, steps).map((step) => step(orderId, n)),
    ]);

/** Each order as far on its way as chance says, with enough on hand for all of them or with nothing. */
export const begun = (orders: readonly string[]): fc.Arbitrary<readonly Deed[]> =>
  fc
    .record({
      taxMode: fc.constantFrom('inclusive', 'exclusive'),
      stocked: fc.boolean(),
      each: fc.tuple(...orders.map((orderId, n) => fc.option(begunOrder(orderId, n), { nil: [] }))),
    })
    .map(({ taxMode, stocked, each }) => {
      const steps: readonly Step[] = [
        ['ChangeBookSettings', { taxMode }],
        ...[HONEY, SOAP].flatMap((productId): Step[] =>
          stocked ? [['ReceiveStock', { productId, quantity: 10_000 }]] : [],
        ),
        ...each.flat(),
      ];
      return steps.map(([type, payload]) => ({ type, payload, occurredAt }));
    });
