import { commands } from '../../src/domain/index.ts';
import type { EventEnvelope } from '../../src/kernel/index.ts';
import { processes } from '../../src/processes/index.ts';
import { MemoryBook } from './memory-book.ts';
import { ADA, HONEY, id, line, SOAP } from './stall.ts';

// A book whose seller leaves nothing out: what trade by chance hardly ever says is said here once.

const [FIRST, OLDER, BROUGHT, OTHER, CASH, OVER] = [id(21), id(22), id(23), id(24), id(25), id(26)];
const [BUYER, WAX, CANDLE, LARGE, SMALL] = [id(12), id(3), id(4), id(61), id(62)];
const IMPORT = '0193500b-0000-7000-8000-000000000001';

const address = { street: '1 Hill Rd', city: 'Łódź', region: 'East', postcode: 'E1 4', country: 'Poland' };
const settings = {
  name: 'Zoë’s stall',
  currency: 'EUR',
  taxMode: 'exclusive',
  rounding: 'perRate',
  defaultTaxRate: 19_000,
  numberPrefix: 'B-',
  invoicePrefix: 'I-',
  creditNotePrefix: 'C-',
  cashStep: 5,
  sellerName: 'Zoë & Co',
  address,
  taxNumber: 'DE 1',
  email: 'zoe@example.org',
  phone: '030/12 34 56',
  web: 'example.org',
  bankDetails: 'IBAN 1',
  paymentDays: 14,
  reminderDays: 3,
  paymentTerms: 'Net',
  logo: 'data:image/png;base64,iVBORw0KGgo=',
};
const buyer = {
  name: 'Ada Ångström',
  company: 'Ångström Ltd',
  email: 'ada@example.org',
  phone: '+49 30/1234 567',
  address,
  note: 'Rings twice',
  reference: 'K-7',
  taxNumber: 'PL 123-456',
  paymentDays: 10,
};
const goods = {
  unit: 'jar',
  unitPrice: 98_000,
  taxRate: 7_000,
  description: 'From the hill',
  vendor: 'Bees & Co',
  tags: ['sweet', 'gift'],
  images: [{ url: 'https://example.org/a.png', alt: 'A jar' }],
};
const large = { productId: HONEY, variantId: LARGE };
const percent = { kind: 'percent', rate: 10_000 };
const off = { kind: 'amount', amount: 50 };
const reason = 'Because';
const ofFirst = (n: number, more: object) => ({ lineId: line(FIRST, n), ...more });
const back = [ofFirst(1, { quantity: 1000 }), ofFirst(2, { quantity: 500 })];

const revised = (baseRevision: number, changes: object) => ({
  orderId: FIRST,
  baseRevision,
  changes,
  reason,
});

type Said = readonly [type: string, payload: object];

const opening: readonly Said[] = [
  ['OpenBook', settings],
  ['ChangeBookSettings', { address: { ...address, city: 'Gdańsk' } }],
  ['SetNumbering', { invoice: { prefix: 'I-', next: 417, digits: 4 } }],
  ['ArrangeOrderViews', { views: [{ viewId: 'due', look: 'only=due' }] }],
  ['CreateCustomer', { customerId: ADA, ...buyer }],
  ['ChangeCustomer', { customerId: ADA, phone: '(212) 555-0142' }],
  ['CreateProduct', { productId: HONEY, name: 'Honey', sku: 'H-1', barcode: '4006381333931', ...goods }],
  ['AddVariant', { ...large, options: [{ name: 'Size', value: 'L' }], sku: 'H-L', barcode: '96385074' }],
  ['ChangeVariant', { ...large, unitPrice: 120_000 }],
  ['CreateProduct', { productId: SOAP, name: 'Soap', ...goods, images: [], stockPolicy: 'block' }],
  [
    'CreateProduct',
    { productId: CANDLE, name: 'Candle', unit: 'pcs', unitPrice: 3300, taxRate: 0, stockPolicy: 'uncounted' },
  ],
  ['ChangeProduct', { productId: SOAP, barcode: '73513537', images: goods.images }],
  ['ReceiveStock', { productId: LARGE, quantity: 9000, note: 'By cart' }],
  ['ReceiveStock', { productId: SOAP, quantity: 5000 }],
  ['CountStock', { productId: SOAP, counted: 4800, note: 'By lamp' }],
  ['AdjustStock', { productId: SOAP, delta: -500, unavailable: 500, reason }],
];

const trade: readonly Said[] = [
  ['CreateDraft', { orderId: FIRST, lines: [ofFirst(1, { ...large, quantity: 4000, discount: percent })] }],
  ['AddLine', { orderId: FIRST, ...ofFirst(2, { productId: SOAP, quantity: 2000, discount: off }) }],
  ['ChangeLine', { orderId: FIRST, ...ofFirst(2, { discount: percent }) }],
  ['ChangeLine', { orderId: FIRST, ...ofFirst(1, { unitPrice: 110_000, discount: off }) }],
  ['AssignCustomer', { orderId: FIRST, customerId: ADA }],
  ['SetDiscount', { orderId: FIRST, discount: off }],
  ['SetShipping', { orderId: FIRST, amount: 490, taxRate: 7_000 }],
  [
    'SetDates',
    {
      orderId: FIRST,
      placedOn: '2026-11-02',
      placedAt: '2026-11-02T11:00:00.000Z',
      promisedOn: '2026-11-05',
      dueOn: '2026-11-09',
    },
  ],
  [
    'RecordPayment',
    { orderId: FIRST, paymentId: id(101), method: 'transfer', amount: 1000, reference: 'T 1' },
  ],
  ['SubmitOrder', { orderId: FIRST }],
  ['HoldOrder', { orderId: FIRST, reason: 'Rings first' }],
  // More than there is of what may not be short.
  ['ReviseOrder', revised(0, { lines: [ofFirst(2, { kind: 'change', quantity: 90_000 })] })],
  ['ReviseOrder', revised(1, { lines: [ofFirst(2, { kind: 'change', quantity: 2000, discount: percent })] })],
  [
    'ReviseOrder',
    revised(2, { discount: percent, shipping: { amount: 300 }, dates: { promisedOn: '2026-11-06' } }),
  ],
  ['ReleaseOrder', { orderId: FIRST }],
  ['AddNote', { orderId: FIRST, text: 'Best before May', forCustomer: true }],
  ['IssueInvoice', { orderId: FIRST, invoiceId: id(102), issuedOn: '2026-11-03' }],
  ['ShipItems', { orderId: FIRST, fulfilmentId: id(103), carrier: 'By cart', tracking: 'X 1' }],
  ['RequestReturn', { orderId: FIRST, returnId: id(104), lines: back, reason }],
  [
    'ReceiveReturn',
    { orderId: FIRST, returnId: id(104), lines: back.map((one) => ({ ...one, disposition: 'damaged' })) },
  ],
  ['CloseReturn', { orderId: FIRST, returnId: id(104) }],
  ['GrantCredit', { orderId: FIRST, creditId: id(109), returnId: id(104), amount: 700, reason }],
  ['IssueCreditNote', { orderId: FIRST, creditNoteId: id(105), lines: back, reason }],
  ['RecordPayment', { orderId: FIRST, paymentId: id(106), method: 'cash', amount: 9000, tendered: 10_000 }],
  [
    'CreateDraft',
    { orderId: OTHER, customerId: ADA, lines: [{ lineId: line(OTHER, 1), ...large, quantity: 1000 }] },
  ],
  ['AddLine', { orderId: OTHER, lineId: line(OTHER, 2), productId: SOAP, quantity: 3000 }],
  ['SubmitOrder', { orderId: OTHER, override: 'Comes on Friday' }],
  [
    'SpendCredit',
    { orderId: OTHER, from: [{ orderId: FIRST, paymentId: id(107), refundId: id(108), amount: 500 }] },
  ],
];

const candle = { lineId: line(CASH, 1), quantity: 1000 };
const ofReturn = { orderId: CASH, returnId: id(114) };
const paid = { orderId: CASH, method: 'cash', amount: 35 };

/** 0.33, of which no coin is the last. */
const inCash: readonly Said[] = [
  ['CreateDraft', { orderId: CASH, lines: [{ ...candle, productId: CANDLE }] }],
  ['SubmitOrder', { orderId: CASH }],
  ['RecordPayment', { ...paid, paymentId: id(110) }],
  ['VoidPayment', { orderId: CASH, paymentId: id(110), reason }],
  ['RecordPayment', { ...paid, paymentId: id(111) }],
  ['IssueInvoice', { orderId: CASH, invoiceId: id(112) }],
  ['ShipItems', { orderId: CASH, fulfilmentId: id(113) }],
  ['RequestReturn', { ...ofReturn, lines: [candle], reason }],
  ['ReceiveReturn', { ...ofReturn, lines: [{ ...candle, disposition: 'restock' }] }],
  [
    'CounterSale',
    {
      ...{
        orderId: OVER,
        lines: [{ ...candle, lineId: line(OVER, 1), productId: CANDLE }],
        fulfilmentId: id(115),
      },
      payment: { paymentId: id(116), method: 'card' },
    },
  ],
  ['UndoCounterSale', { orderId: OVER, returnId: id(117), creditId: id(118), refundId: id(119), reason }],
];

const brought = { lineId: line(BROUGHT, 1), productId: WAX, quantity: 1000, unitPrice: 1000, taxRate: 0 };
const older = { ...brought, lineId: line(OLDER, 1), variantId: SMALL };

const imported: readonly Said[] = [
  ['CreateCustomer', { customerId: BUYER, name: 'Cleo' }],
  ['CreateProduct', { productId: WAX, name: 'Wax', ...goods }],
  [
    'AddVariant',
    { productId: WAX, variantId: SMALL, options: [{ name: 'Size', value: 'S' }], unitPrice: 900 },
  ],
  ['ReceiveStock', { productId: SMALL, quantity: 3000 }],
  [
    'ImportOrder',
    {
      ...{ orderId: OLDER, customerId: BUYER, source: { system: 'elsewhere', reference: '1' } },
      ...{ lines: [older], shipTo: { name: 'Cleo’s aunt', address }, shipping: { amount: 100 } },
      ...{ discount: percent, taxMode: 'inclusive', promisedOn: '2026-11-03', dueOn: '2026-11-04' },
    },
  ],
  ['ImportOrder', { orderId: BROUGHT, source: { system: 'elsewhere', reference: '2' }, lines: [brought] }],
];

/** What happened in it, an import and the beginning of its undoing too. */
export const fullBook = async (): Promise<readonly EventEnvelope[]> => {
  const book = new MemoryBook({ commands, processes, permits: () => true });
  const say = async (by: string, deeds: readonly Said[], together = {}): Promise<void> => {
    for (const [n, [type, payload]] of deeds.entries()) {
      const command = { commandId: `${by}/${String(n)}`, type, payload, ...together };
      const [receipt] = await book.dispatch([command]);
      if (receipt?.status !== 'committed') throw new Error(`${type}: ${JSON.stringify(receipt)}`);
    }
  };
  await say('opening', opening);
  await say('trade', [...trade, ...inCash]);
  await say('import', imported, { correlationId: IMPORT });
  await say('work', [['AddNote', { orderId: BROUGHT, text: 'Rang' }]]);
  await say('undo-import', [['UndoImportedOrder', { orderId: OLDER, version: 2 }]]);
  return book.events;
};
