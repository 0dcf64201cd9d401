import { HONEY, id, line, SOAP, ADA } from '../spec/stall.ts';

export const ORDER = id(21);
export const VARIANT = id(61);
export const reason = 'Because';
export const ofOrder = { orderId: ORDER };

/** A command as it is given. */
export type Said = readonly [type: string, payload: object];
const first = (quantity: number) => [{ lineId: line(ORDER, 1), quantity }];
const revision: object = {
  ...{ orderId: ORDER, baseRevision: 0, reason },
  changes: {
    lines: [
      { kind: 'change', lineId: line(ORDER, 1), quantity: 5000, unitPrice: 90_000 },
      { kind: 'remove', lineId: line(ORDER, 2) },
      { kind: 'add', lineId: line(ORDER, 3), productId: HONEY, quantity: 1000 },
    ],
    customerId: 'none',
    ...{
      discount: { kind: 'percent', rate: 10_000 },
      shipping: { amount: 490 },
      dates: { promisedOn: '2026-12-01' },
    },
  },
};
const fulfilmentId = id(81);
const hold: Said = ['HoldOrder', { ...ofOrder, reason }];
const prepare: Said = ['PrepareItems', { ...ofOrder, fulfilmentId, lines: first(1000) }];
const ready: Said = ['MarkReady', { ...ofOrder, fulfilmentId, lines: first(2000) }];
const cancel: Said = ['CancelOrder', { ...ofOrder, reason }];
const ship: Said = ['ShipItems', { ...ofOrder, fulfilmentId: id(82) }];
export const pay: Said = ['RecordPayment', { ...ofOrder, paymentId: id(91), method: 'card', amount: 2310 }];
const ofVariant = { productId: SOAP, variantId: VARIANT };
const product = { productId: SOAP };
const customer = { customerId: ADA };

/** What is done, after what; and what somebody does with it that stands in the way, with the reason then told. */
export const deeds: readonly (readonly [
  before: readonly Said[],
  done: Said,
  rests?: readonly [Said, string],
])[] = [
  [[], ['Tag', { ...ofOrder, tag: 'Gift' }], [['Untag', { ...ofOrder, tag: 'gift' }], 'changed-since']],
  [[['Tag', { ...ofOrder, tag: 'Gift' }]], ['Untag', { ...ofOrder, tag: 'gift' }]],
  [[], hold, [['ReleaseOrder', ofOrder], 'changed-since']],
  [[hold], ['ReleaseOrder', ofOrder], [cancel, 'changed-since']],
  [[cancel], ['ArchiveOrder', ofOrder], [['UnarchiveOrder', ofOrder], 'changed-since']],
  [
    [cancel, ['ArchiveOrder', ofOrder]],
    ['UnarchiveOrder', ofOrder],
  ],
  [[], cancel, [['ReopenOrder', { ...ofOrder, reason }], 'not-cancelled']],
  [[prepare, hold], cancel],
  [[ready], cancel],
  [[cancel], ['ReopenOrder', { ...ofOrder, reason }], [ship, 'changed-since']],
  [[], prepare, [ship, 'changed-since']],
  [[ship], ['RequestReturn', { ...ofOrder, returnId: id(51), lines: first(1000), reason }]],
  [[], pay, [['VoidPayment', { ...ofOrder, paymentId: id(91), reason }], 'payment-voided']],
  [
    [],
    ['ReviseOrder', revision],
    [['ReviseOrder', { ...revision, baseRevision: 1, changes: { discount: 'none' } }], 'changed-since'],
  ],
  [
    [],
    ['ReceiveStock', { productId: HONEY, quantity: 3000 }],
    [['CountStock', { productId: HONEY, counted: 9000 }], 'changed-since'],
  ],
  [
    [],
    ['ReceiveStock', { productId: HONEY, quantity: 3000 }],
    [['AdjustStock', { productId: HONEY, delta: -9000, reason }], 'stock-promised'],
  ],
  [[], ['AdjustStock', { productId: HONEY, delta: -1000, unavailable: 2000, reason }]],
  [[], ['CountStock', { productId: HONEY, counted: 7000 }]],
  [
    [['SetStockPolicy', { productId: HONEY, policy: 'uncounted' }]],
    ['ReceiveStock', { productId: HONEY, quantity: 3000 }],
    [['SetStockPolicy', { productId: HONEY, policy: 'block' }], 'changed-since'],
  ],
  [
    [['SetStockPolicy', { productId: HONEY, policy: 'uncounted' }]],
    ['CountStock', { productId: HONEY, counted: 7000 }],
  ],
  [[], ['SetStockPolicy', { productId: HONEY, policy: 'uncounted' }]],
  [[], ['ChangeProduct', { productId: HONEY, stockPolicy: 'uncounted' }]],
  [
    [],
    ['SetBuffer', { productId: HONEY, quantity: 4000, reason }],
    [['SetBuffer', { productId: HONEY, quantity: 1000, reason }], 'changed-since'],
  ],
  [
    [],
    ['SetReorderLevel', { productId: HONEY, level: 4000 }],
    [['SetReorderLevel', { productId: HONEY, level: 'none' }], 'changed-since'],
  ],
  [
    [],
    ['SetStockPolicy', { productId: HONEY, policy: 'block' }],
    [['SetStockPolicy', { productId: HONEY, policy: 'warn' }], 'changed-since'],
  ],
  [
    [],
    [
      'ChangeProduct',
      { ...product, name: 'Wax', unitPrice: 40_000, sku: 'W', tags: ['new'], stockPolicy: 'block' },
    ],
    [['ChangeProduct', { ...product, unitPrice: 41_000 }], 'changed-since'],
  ],
  [[], ['ArchiveProduct', product], [['RestoreProduct', product], 'changed-since']],
  [[['ArchiveProduct', product]], ['RestoreProduct', product]],
  [
    [],
    ['ChangeVariant', { ...ofVariant, unitPrice: 50_000, sku: 'S-S' }],
    [['ChangeVariant', { ...ofVariant, sku: '' }], 'changed-since'],
  ],
  [
    [['RestoreVariant', ofVariant]],
    ['MoveStock', { ...product, from: SOAP, to: VARIANT, quantity: 4000, reason }],
    [['CountStock', { productId: VARIANT, counted: 3000 }], 'changed-since'],
  ],
  [
    [
      ['RestoreVariant', ofVariant],
      ['SetStockPolicy', { productId: VARIANT, policy: 'uncounted' }],
      ['AdjustStock', { productId: SOAP, delta: 0, unavailable: 2000, reason }],
    ],
    ['MoveStock', { ...product, from: SOAP, to: VARIANT, quantity: 9000, unavailable: 2000, reason }],
    [['AdjustStock', { productId: VARIANT, delta: -5000, reason }], 'stock-promised'],
  ],
  [[], ['RestoreVariant', ofVariant]],
  [[['RestoreVariant', ofVariant]], ['ArchiveVariant', ofVariant]],
  [
    [],
    [
      'ChangeCustomer',
      { ...customer, name: 'Eve', phone: '1', taxNumber: 'SE 1', paymentDays: 9, address: { city: 'Lund' } },
    ],
    [['ForgetCustomer', { ...customer, reason }], 'changed-since'],
  ],
  [[], ['ArchiveCustomer', customer], [['RestoreCustomer', customer], 'changed-since']],
  [[['ArchiveCustomer', customer]], ['RestoreCustomer', customer]],
  [
    [],
    ['ChangeBookSettings', { name: 'Stall', cashStep: 5, web: 'x.org' }],
    [['ChangeBookSettings', { name: 'Booth' }], 'changed-since'],
  ],
  [
    [],
    ['ArrangeOrderViews', { views: [{ viewId: 'held', name: 'Held', look: 'only=held' }] }],
    [['ArrangeOrderViews', { views: [] }], 'changed-since'],
  ],
];
