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
  ReorderLevelSet,
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
import { afterMovement, unseen, withSupply } from './level.ts';
import { movedBy, type Moved } from './movements.ts';
import type { CausesRow, GoodsRow, Holding, MovementRow, StockTables } from './row.ts';

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
  { reserved = 0, backOrdered = 0 }: Partial<Holding>,
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

/** A product put away or taken out again. */
const put = (archived: boolean) => (row: GoodsRow | undefined) => row && { ...row, archived };

/** An order's line was answered, and nothing moved: nobody counts the goods, or there were none. */
const isStill = ({ by, counted, disposition }: Moved): boolean =>
  counted === undefined && disposition !== 'discard' && Object.values(by).every((figure) => figure === 0);

/** A movement in the ledger, and what it makes of the level. */
const movement = ({ position, type, meta }: EventEnvelope, productId: ProductId, moved: Moved) => {
  if (isStill(moved)) return [];
  const { by, ...why } = moved;
  const key = `${productId}/${positionKey(position)}`;
  const row: MovementRow = { key, position, type, at: meta.occurredAt, actor: meta.actor, by, ...why };
  return [
    levels(productId, (before = unseen(productId)) => afterMovement(before, by, key)),
    movements(key, () => row),
  ];
};

/** What is there, what is promised, what is missing, and how did it come to that? */
export const stockView = defineProjection<StockTables>({
  name: 'stock',
  version: 6,
  tables: {
    levels: {
      key: 'productId',
      indexes: [
        ['shelf', 'sort'],
        ['supply', 'sort'],
        ['reorder', 'sort'],
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
  .on(StockPolicySet, ({ data }) => [
    levels(data.productId, (row = unseen(data.productId)) => withSupply({ ...row, policy: data.policy })),
  ])
  .on(ReorderLevelSet, ({ data: { productId, level: reorderLevel } }) => [
    levels(productId, ({ reorderLevel: _, ...row } = unseen(productId)) =>
      withSupply({ ...row, ...(reorderLevel !== undefined && { reorderLevel }) }),
    ),
  ])
  .on(OrderSubmitted, ({ data: { orderId, number } }) => [
    // Goods of a settled order never were here, but they may come back, and it may be revised.
    orders(orderId, () => ({ orderId, number })),
  ])
  .on(StockReceived, (event) => {
    const { productId, quantity } = event.data;
    const moved = movedBy.StockReceived(event.data);
    return [...movement(event, productId, moved), caused(productId, { received: quantity })];
  })
  .on(StockAdjusted, (event) => {
    const { productId, delta } = event.data;
    const moved = movedBy.StockAdjusted(event.data);
    return [...movement(event, productId, moved), caused(productId, { adjusted: delta })];
  })
  .on(StockCounted, (event) => {
    const { productId, delta } = event.data;
    const moved = movedBy.StockCounted(event.data);
    return [...movement(event, productId, moved), caused(productId, { counted: delta })];
  })
  .on(BufferSet, (event) => movement(event, event.data.productId, movedBy.BufferSet(event.data)))
  .on(StockReturned, (event) => {
    const { productId } = event.data;
    const moved = movedBy.StockReturned(event.data);
    return [...movement(event, productId, moved), caused(productId, { returned: moved.by.onHand ?? 0 })];
  })
  .on(StockReserved, (event) => {
    const moved = movedBy.StockReserved(event.data);
    return [...movement(event, event.data.productId, moved), claimed(event.data, moved.by)];
  })
  .on(StockReleased, (event) => {
    const moved = movedBy.StockReleased(event.data);
    return [...movement(event, event.data.productId, moved), claimed(event.data, moved.by)];
  })
  .on(StockIssued, (event) => {
    const { productId } = event.data;
    const moved = movedBy.StockIssued(event.data);
    return [
      ...movement(event, productId, moved),
      claimed(event.data, moved.by),
      caused(productId, { shipped: 0 - (moved.by.onHand ?? 0) }),
    ];
  });
