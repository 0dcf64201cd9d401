import { HONEY, id, line } from './stall.ts';
import type { Deed } from './trading-deeds.ts';

// What hardly happens at a stall: people come and go, a book is brought from elsewhere and taken back.

const [ANN, BEN] = [id(71), id(72)];
const [BROUGHT, ORDERED, BUYER, DUE] = [id(81), id(82), id(83), id(84)];
const IMPORT = '0193500b-0000-7000-8000-000000000001';
const [PUT_AWAY, KEPT] = [id(91), id(92)];
const sort = { productId: KEPT, variantId: id(93) };
const none = { customers: 0, products: 0, orders: 0 };
const pin = { salt: '00'.repeat(16), hash: '00'.repeat(32), iterations: 600_000 };

const part = { lineId: line(DUE, 1), quantity: 500 };
const back = { orderId: DUE, returnId: id(86), lines: [part] };

/** In this order each of them is carried out in any book that is open. */
export const rarely: readonly Deed[] = (
  [
    ['AddOperator', { operatorId: ANN, name: 'Ann', role: 'owner' }],
    ['AddOperator', { operatorId: BEN, name: 'Ben', role: 'clerk' }],
    ['ChangeOperator', { operatorId: BEN, name: 'Benno' }],
    ['SetPin', { operatorId: ANN, ...pin }],
    ['TurnOffSignIn', {}],
    ['SetNumbering', { creditNote: { prefix: 'G-', next: 7 } }],
    ['ArrangeOrderViews', { views: [{ viewId: 'held', name: 'Held', look: 'only=held' }] }],
    ['RemoveOperator', { operatorId: BEN }],
    ['StartImport', { importId: IMPORT, files: [{ name: 'a.csv', kind: 'orders', rows: 1 }] }],
    ['CreateCustomer', { customerId: BUYER, name: 'Cleo' }],
    ['CreateProduct', { productId: BROUGHT, name: 'Wax', unit: 'pcs', unitPrice: 1000, taxRate: 0 }],
    [
      'ImportOrder',
      {
        orderId: ORDERED,
        customerId: BUYER,
        source: { system: 'elsewhere', reference: '1' },
        lines: [{ lineId: line(ORDERED, 1), productId: HONEY, quantity: 1000, unitPrice: 1000 }],
      },
    ],
    ['FinishImport', { importId: IMPORT, counts: { ...none, lines: 1 } }],
    // By then the order knows what is kept for it.
    ['UndoImportedOrder', { orderId: ORDERED, version: 2 }],
    ['UndoImportedProduct', { productId: BROUGHT, version: 1, stock: [] }],
    ['UndoImportedCustomer', { customerId: BUYER, version: 1 }],
    ['NoteImportUndone', { importId: IMPORT, ...none, kept: 0 }],
    [
      'CreateDraft',
      {
        orderId: DUE,
        lines: [{ lineId: line(DUE, 1), productId: HONEY, quantity: 1000, unitPrice: 10_000 }],
      },
    ],
    ['SetDates', { orderId: DUE, dueOn: '2026-11-02' }],
    ['SubmitOrder', { orderId: DUE }],
    ['RemindOfPayment', { orderId: DUE, dueOn: '2026-11-02', late: 0 }],
    ['ReceiveStock', { productId: HONEY, quantity: 5000 }],
    ['SetReorderLevel', { productId: HONEY, level: 2000 }],
    ['ShipItems', { orderId: DUE, fulfilmentId: id(85) }],
    ['RequestReturn', { ...back, reason: 'Bent' }],
    ['ReceiveReturn', { ...back, lines: [{ ...part, disposition: 'restock' }] }],
    ['CloseReturn', { orderId: DUE, returnId: id(86) }],
    ['RequestReturn', { ...back, returnId: id(87), reason: 'Bent' }],
    ['CancelReturn', { orderId: DUE, returnId: id(87) }],
    ['CreateDraft', { orderId: PUT_AWAY }],
    ['DiscardDraft', { orderId: PUT_AWAY }],
    ['ArchiveOrder', { orderId: PUT_AWAY }],
    ['UnarchiveOrder', { orderId: PUT_AWAY }],
    ['CreateProduct', { productId: KEPT, name: 'Soap', unit: 'pcs', unitPrice: 1000, taxRate: 0 }],
    ['AddVariant', { ...sort, options: [{ name: 'Scent', value: 'Rose' }] }],
    ['ArchiveVariant', sort],
    ['RestoreVariant', sort],
    ['ForgetCustomer', { customerId: BUYER, reason: 'Asked for it' }],
  ] as const
).map(([type, payload]) => ({ type, payload, occurredAt: '2026-11-02T09:00:00.000Z' }));
