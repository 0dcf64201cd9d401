import type { ProductId } from '../../domain/ids.ts';
import { OrderSubmitted } from '../../domain/order/index.ts';
import {
  ProductArchived,
  ProductChanged,
  ProductCreated,
  ProductRestored,
  VariantAdded,
  VariantArchived,
  VariantChanged,
  VariantRestored,
} from '../../domain/product/index.ts';
import {
  BufferSet,
  StockAdjusted,
  StockCounted,
  StockIssued,
  StockPolicySet,
  StockReceived,
  StockReleased,
  StockReserved,
  StockReturned,
} from '../../domain/stock/index.ts';
import { changesOf, defineProjection, type EventEnvelope } from '../../kernel/index.ts';
import { positionKey } from '../listing/index.ts';
import { described, labelsOf, withChangedVariant, withNewVariant, withVariantPut } from './goods.ts';
import { afterMovement, unseen } from './level.ts';
import type { CausesRow, GoodsRow, Holding, MovementRow, StockRow, StockTables } from './row.ts';

const { levels, goods, movements, orders, causes, claims } = changesOf<StockTables>()(
  'levels',
  'goods',
  'movements',
  'orders',
  'causes',
  'claims',
);

/** Sums up what a movement on hand was caused by. */
const caused = (productId: ProductId, by: Partial<Omit<CausesRow, 'productId'>>) =>
  causes(productId, (row = { productId, received: 0, returned: 0, adjusted: 0, counted: 0, shipped: 0 }) => ({
    productId,
    received: row.received + (by.received ?? 0),
    returned: row.returned + (by.returned ?? 0),
    adjusted: row.adjusted + (by.adjusted ?? 0),
    counted: row.counted + (by.counted ?? 0),
    shipped: row.shipped + (by.shipped ?? 0),
  }));

const claimed = (
  { productId, orderId }: { readonly productId: ProductId; readonly orderId: string },
  reserved: number,
  backOrdered: number,
) => {
  const key = `${productId}/${orderId}`;
  return claims(key, (row = { key, orderId, reserved: 0, backOrdered: 0 }) => {
    const now = {
      ...row,
      reserved: row.reserved + reserved,
      backOrdered: row.backOrdered + backOrdered,
    };
    return now.reserved === 0 && now.backOrdered === 0 ? undefined : now;
  });
};

/** Changes members of a level, whether or not anything was known of the product. */
const level = (productId: ProductId, members: Partial<StockRow>) =>
  levels(productId, (row = unseen(productId)) => ({ ...row, ...members }));

/** A product put away or taken out again. */
const put = (archived: boolean) => (row: GoodsRow | undefined) => row && { ...row, archived };

/** A movement in the ledger, and what it makes of the level. */
const movement = (
  { position, type, meta }: EventEnvelope,
  productId: ProductId,
  by: Partial<Holding>,
  why: Partial<Pick<MovementRow, 'orderId' | 'counted' | 'reason' | 'disposition'>>,
) => {
  const key = `${productId}/${positionKey(position)}`;
  const row: MovementRow = { key, position, type, at: meta.occurredAt, actor: meta.actor, by, ...why };
  return [
    levels(productId, (before = unseen(productId)) => afterMovement(before, by, key)),
    movements(key, () => row),
  ];
};

const noted = (reason: string | undefined) => (reason === undefined ? {} : { reason });

/** What is there, what is promised, what is missing, and how did it come to that? */
export const stockView = defineProjection<StockTables>({
  name: 'stock',
  version: 1,
  tables: {
    levels: {
      key: 'productId',
      indexes: [
        ['shelf', 'sort'],
        ['supply', 'sort'],
        ['oversold', 'sort'],
      ],
    },
    goods: { key: 'productId' },
    movements: { key: 'key' },
    causes: { key: 'productId' },
    claims: { key: 'key' },
    orders: { key: 'orderId' },
  },
  derive: {
    goods: (_, after) => (after ? labelsOf(after).map(({ id, update }) => levels(id, update)) : []),
  },
})
  .on(ProductCreated, ({ data, position }) => [
    goods(data.productId, (row) => described(row, data, position)),
  ])
  .on(ProductChanged, ({ data, position }) => [
    goods(data.productId, (row) => described(row, data, position)),
  ])
  .on(ProductArchived, ({ data }) => [goods(data.productId, put(true))])
  .on(ProductRestored, ({ data }) => [goods(data.productId, put(false))])
  .on(VariantAdded, ({ data, position }) => [goods(data.productId, withNewVariant(data, position))])
  .on(VariantChanged, ({ data }) => [goods(data.productId, withChangedVariant(data))])
  .on(VariantArchived, ({ data }) => [goods(data.productId, withVariantPut(data.variantId, true))])
  .on(VariantRestored, ({ data }) => [goods(data.productId, withVariantPut(data.variantId, false))])
  .on(StockPolicySet, ({ data }) => [level(data.productId, { policy: data.policy })])
  .on(OrderSubmitted, ({ data: { orderId, number } }) => [
    // Goods of a settled order never were here, but they may come back, and it may be revised.
    orders(orderId, () => ({ orderId, number })),
  ])
  .on(StockReceived, (event) => {
    const { productId, quantity, note } = event.data;
    return [
      ...movement(event, productId, { onHand: quantity }, noted(note)),
      caused(productId, { received: quantity }),
    ];
  })
  .on(StockAdjusted, (event) => {
    const { productId, delta, unavailable = 0, reason } = event.data;
    const by = { ...(delta !== 0 && { onHand: delta }), ...(unavailable !== 0 && { unavailable }) };
    return [...movement(event, productId, by, noted(reason)), caused(productId, { adjusted: delta })];
  })
  .on(StockCounted, (event) => {
    const { productId, delta, counted, note } = event.data;
    return [
      ...movement(event, productId, { onHand: delta }, { counted, ...noted(note) }),
      caused(productId, { counted: delta }),
    ];
  })
  .on(BufferSet, (event) => {
    const { productId, quantity, before, reason } = event.data;
    return movement(event, productId, { buffer: quantity - before }, noted(reason));
  })
  .on(StockReturned, (event) => {
    const { productId, orderId, quantity, disposition } = event.data;
    const onHand = disposition === 'discard' ? 0 : quantity;
    const by = { onHand, ...(disposition === 'damaged' && { unavailable: quantity }) };
    return [
      ...movement(event, productId, by, { orderId, disposition }),
      caused(productId, { returned: onHand }),
    ];
  })
  .on(StockReserved, (event) => {
    const { productId, orderId, quantity, waited, backOrdered } = event.data;
    const by = { reserved: quantity, backOrdered: backOrdered - waited };
    return [...movement(event, productId, by, { orderId }), claimed(event.data, by.reserved, by.backOrdered)];
  })
  .on(StockReleased, (event) => {
    const { productId, orderId, quantity, backOrderDropped } = event.data;
    const by = { reserved: 0 - quantity, backOrdered: 0 - backOrderDropped };
    return [...movement(event, productId, by, { orderId }), claimed(event.data, by.reserved, by.backOrdered)];
  })
  .on(StockIssued, (event) => {
    const { productId, orderId, quantity, fromReserved, backOrderDropped } = event.data;
    const by = { onHand: 0 - quantity, reserved: 0 - fromReserved, backOrdered: 0 - backOrderDropped };
    return [
      ...movement(event, productId, by, { orderId }),
      claimed(event.data, by.reserved, by.backOrdered),
      caused(productId, { shipped: quantity }),
    ];
  });
