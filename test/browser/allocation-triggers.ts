/** An id by name, the same for the whole of a run. */
type Id = (name: string) => string;

export const newIds = (): Id => {
  const ids = new Map<string, string>();
  return (name) => {
    const id = ids.get(name) ?? crypto.randomUUID();
    ids.set(name, id);
    return id;
  };
};

export type Deed = readonly [type: string, payload: object];

/** What is on a shelf in the end, in whole pieces. */
type Shelf = readonly [onHand: number, reserved: number, backOrdered: number, unavailable: number];

/** Something that sets the allocation process going, and how orders and shelves stand once it is done. */
export interface Trigger {
  readonly before?: (id: Id) => readonly Deed[];
  /** Sent together. */
  readonly deeds: (id: Id) => readonly Deed[];
  readonly tea: Shelf;
  readonly jam: Shelf;
  /** How each order may stand: its state, and per line what is kept + what waits. */
  readonly orders: Readonly<Record<string, string | readonly string[]>>;
}

const pieces = (count: number): number => count * 1000;
const ofOrder = (id: Id, order = 'first') => ({ orderId: id(order) });

const lineOf = (id: Id, order: string, goods: string): string => id(`${order}/${goods}`);

const some = (id: Id, quantities: Readonly<Record<string, number>>, order = 'first') =>
  Object.entries(quantities).map(([goods, count]) => ({
    lineId: lineOf(id, order, goods),
    quantity: pieces(count),
  }));

const wanted = (id: Id, quantities: Readonly<Record<string, number>>, order = 'first') =>
  some(id, quantities, order).map((line, n) => ({
    ...line,
    productId: id(Object.keys(quantities)[n] ?? ''),
    unitPrice: 10_000,
  }));

const draft = (id: Id, quantities: Readonly<Record<string, number>>, order = 'first'): Deed => [
  'CreateDraft',
  { ...ofOrder(id, order), lines: wanted(id, quantities, order) },
];
const submit = (id: Id, order = 'first'): Deed => ['SubmitOrder', ofOrder(id, order)];

/** An order of three tins of tea and the one jar of jam. */
const placed = (id: Id): readonly Deed[] => [draft(id, { tea: 3, jam: 1 }), submit(id)];

/** Nobody looks at the shelves first, so that it may well be short of what may not wait. */
const imported = (id: Id, quantities: Readonly<Record<string, number>>, order = 'first'): Deed => [
  'ImportOrder',
  {
    ...ofOrder(id, order),
    source: { system: 'other', reference: id(order) },
    lines: wanted(id, quantities, order),
  },
];
const off = (id: Id, order = 'first'): Deed => ['CancelOrder', { ...ofOrder(id, order), reason: 'x' }];
const shipped = (id: Id): Deed => ['ShipItems', { ...ofOrder(id), fulfilmentId: id('parcel') }];
const revised = (id: Id, ...lines: readonly object[]): Deed => [
  'ReviseOrder',
  { ...ofOrder(id), baseRevision: 0, changes: { lines }, reason: 'x' },
];

const KEPT = 'open: 3+0, 1+0';
const HELD = 'held: 0+0, 0+0';

/** Five tins of tea, for which an order may wait, and one jar of jam, for which none may. */
export const triggers: Readonly<Record<string, Trigger>> = {
  'an order is submitted': {
    before: (id) => [draft(id, { tea: 3, jam: 1 })],
    deeds: (id) => [submit(id)],
    ...{ tea: [5, 3, 0, 0], jam: [1, 1, 0, 0], orders: { first: KEPT } },
  },
  'an order is submitted for more than there is': {
    before: (id) => [draft(id, { tea: 7, jam: 1 })],
    deeds: (id) => [submit(id)],
    ...{ tea: [5, 5, 2, 0], jam: [1, 1, 0, 0], orders: { first: 'open: 5+2, 1+0' } },
  },
  'an order is short of what may not wait, and all is given back': {
    deeds: (id) => [imported(id, { tea: 3, jam: 2 })],
    ...{ tea: [5, 0, 0, 0], jam: [1, 0, 0, 0], orders: { first: HELD } },
  },
  'a person lets it go on all the same': {
    before: (id) => [imported(id, { tea: 3, jam: 2 })],
    deeds: (id) => [['ReleaseOrder', ofOrder(id)]],
    ...{ tea: [5, 3, 0, 0], jam: [1, 1, 1, 0], orders: { first: 'open: 3+0, 1+1' } },
  },
  'two orders want the last piece, and nobody looked before': {
    deeds: (id) => [imported(id, { tea: 3, jam: 1 }), imported(id, { tea: 2, jam: 1 }, 'second')],
    ...{ tea: [5, 3, 0, 0], jam: [1, 1, 0, 0], orders: { first: KEPT, second: HELD } },
  },
  'two orders for the last piece are submitted at once': {
    before: (id) => [draft(id, { tea: 3, jam: 1 }), draft(id, { tea: 2, jam: 1 }, 'second')],
    deeds: (id) => [submit(id), submit(id, 'second')],
    ...{ tea: [5, 3, 0, 0], jam: [1, 1, 0, 0], orders: { first: KEPT, second: ['draft: ', HELD] } },
  },
  'an order is revised': {
    before: placed,
    deeds: (id) => [
      revised(
        id,
        { kind: 'change', lineId: lineOf(id, 'first', 'tea'), quantity: pieces(5) },
        { kind: 'remove', lineId: lineOf(id, 'first', 'jam') },
      ),
    ],
    ...{ tea: [5, 5, 0, 0], jam: [1, 0, 0, 0], orders: { first: 'open: 5+0' } },
  },
  'an order that was short is revised': {
    before: (id) => [imported(id, { tea: 3, jam: 2 })],
    deeds: (id) => [revised(id, { kind: 'change', lineId: lineOf(id, 'first', 'jam'), quantity: pieces(1) })],
    ...{ tea: [5, 3, 0, 0], jam: [1, 1, 0, 0], orders: { first: 'held: 3+0, 1+0' } },
  },
  'what is left of an order is cancelled': {
    before: placed,
    deeds: (id) => [['CancelRemainder', { ...ofOrder(id), lines: some(id, { tea: 1 }), reason: 'x' }]],
    ...{ tea: [5, 2, 0, 0], jam: [1, 1, 0, 0], orders: { first: 'open: 2+0, 1+0' } },
  },
  'an order is cancelled for which another waited': {
    before: (id) => [
      ...[draft(id, { tea: 5, jam: 1 }), submit(id)],
      ...[draft(id, { tea: 2 }, 'second'), submit(id, 'second')],
    ],
    deeds: (id) => [off(id)],
    ...{ tea: [5, 2, 0, 0], jam: [1, 0, 0, 0], orders: { first: 'cancelled: ', second: 'open: 2+0' } },
  },
  'a cancelled order is reopened': {
    before: (id) => [...placed(id), off(id)],
    deeds: (id) => [['ReopenOrder', { ...ofOrder(id), reason: 'x' }]],
    ...{ tea: [5, 3, 0, 0], jam: [1, 1, 0, 0], orders: { first: KEPT } },
  },
  'part of an order is shipped': {
    before: placed,
    deeds: (id) => [
      ['ShipItems', { ...ofOrder(id), fulfilmentId: id('parcel'), lines: some(id, { tea: 2, jam: 1 }) }],
    ],
    ...{ tea: [3, 1, 0, 0], jam: [0, 0, 0, 0], orders: { first: 'open: 1+0, 0+0' } },
  },
  'an order is collected': {
    before: placed,
    deeds: (id) => [['CollectItems', { ...ofOrder(id), fulfilmentId: id('handed over') }]],
    ...{ tea: [2, 0, 0, 0], jam: [0, 0, 0, 0], orders: { first: 'gone: ' } },
  },
  'goods are sold over the counter': {
    deeds: (id) => [
      [
        'CounterSale',
        {
          ...{ ...ofOrder(id), lines: wanted(id, { tea: 3, jam: 1 }), fulfilmentId: id('handed over') },
          payment: { paymentId: id('paid'), method: 'card' },
        },
      ],
    ],
    ...{ tea: [2, 0, 0, 0], jam: [0, 0, 0, 0], orders: { first: 'gone: ' } },
  },
  'goods come back': {
    before: (id) => [
      ...placed(id),
      shipped(id),
      [
        'RequestReturn',
        { ...ofOrder(id), returnId: id('return'), lines: some(id, { tea: 3, jam: 1 }), reason: 'x' },
      ],
    ],
    deeds: (id) => {
      const [tea] = some(id, { tea: 1 });
      const [jam] = some(id, { jam: 1 });
      const lines = [
        { ...tea, disposition: 'restock' },
        { ...tea, disposition: 'damaged' },
        { ...jam, disposition: 'discard' },
      ];
      return [['ReceiveReturn', { ...ofOrder(id), returnId: id('return'), lines }]];
    },
    ...{ tea: [4, 0, 0, 1], jam: [0, 0, 0, 0], orders: { first: 'gone: ' } },
  },
  'an imported order is taken back': {
    before: (id) => [imported(id, { tea: 3, jam: 1 })],
    // It was submitted and allocated: two events.
    deeds: (id) => [['UndoImportedOrder', { ...ofOrder(id), version: 2 }]],
    ...{ tea: [5, 0, 0, 0], jam: [1, 0, 0, 0], orders: { first: 'none: ' } },
  },
  'goods are counted for the first time while orders are open': {
    before: (id) => [
      ['SetStockPolicy', { productId: id('jam'), policy: 'uncounted' }],
      ...[draft(id, { tea: 3, jam: 2 }), submit(id)],
      ...[draft(id, { jam: 3 }, 'second'), submit(id, 'second')],
    ],
    deeds: (id) => [['CountStock', { productId: id('jam'), counted: pieces(4) }]],
    ...{ tea: [5, 3, 0, 0], jam: [4, 4, 1, 0] },
    orders: { first: 'open: 3+0, 2+0', second: 'open: 2+1' },
  },
  'a delivery comes for an order that waits': {
    before: (id) => [draft(id, { tea: 7, jam: 1 }), submit(id)],
    deeds: (id) => [['ReceiveStock', { productId: id('tea'), quantity: pieces(4) }]],
    ...{ tea: [9, 7, 0, 0], jam: [1, 1, 0, 0], orders: { first: 'open: 7+0, 1+0' } },
  },
};
