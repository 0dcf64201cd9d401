import type { ProductId } from '../../domain/ids.ts';
import { OrderSubmitted } from '../../domain/order/index.ts';
import {
  ProductArchived,
  ProductChanged,
  ProductCreated,
  ProductRestored,
  type ProductDescription,
} from '../../domain/product/index.ts';
import {
  StockAdjusted,
  StockCounted,
  StockIssued,
  StockPolicySet,
  StockReceived,
  StockReleased,
  StockReserved,
} from '../../domain/stock/index.ts';
import { changesOf, defineProjection, type EventEnvelope } from '../../kernel/index.ts';
import { folded, positionKey, sortKey, tieOf } from '../listing/index.ts';
import { afterMovement, unseen } from './level.ts';
import type { Holding, MovementRow, StockRow, StockTables } from './row.ts';

const { levels, movements, orders } = changesOf<StockTables>()('levels', 'movements', 'orders');

/** Changes members of a level, whether or not anything was known of the product. */
const level = (productId: ProductId, members: Partial<StockRow>) =>
  levels(productId, (row = unseen(productId)) => ({ ...row, ...members }));

const described = ({ productId, name, sku, unit }: ProductDescription, position: number) =>
  levels(productId, (row = unseen(productId)) => {
    const { sku: _, ...kept } = row;
    const tie = row.sort === undefined ? positionKey(position) : tieOf(row.sort);
    return { ...kept, name, unit, sort: sortKey(folded(name), tie), ...(sku === undefined ? {} : { sku }) };
  });

/** A movement in the ledger, and what it makes of the level. */
const movement = (
  { position, type, meta }: EventEnvelope,
  productId: ProductId,
  by: Partial<Holding>,
  why: Partial<Pick<MovementRow, 'orderId' | 'counted' | 'reason'>>,
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
      ],
    },
    movements: { key: 'key' },
    orders: { key: 'orderId' },
  },
})
  .on(ProductCreated, ({ data, position }) => [described(data, position)])
  .on(ProductChanged, ({ data, position }) => [described(data, position)])
  .on(ProductArchived, ({ data }) => [level(data.productId, { shelf: 'archived' })])
  .on(ProductRestored, ({ data }) => [level(data.productId, { shelf: 'active' })])
  .on(StockPolicySet, ({ data }) => [level(data.productId, { policy: data.policy })])
  .on(OrderSubmitted, ({ data: { orderId, number, stock } }) =>
    stock === 'tracked' ? [orders(orderId, () => ({ orderId, number }))] : [],
  )
  .on(StockReceived, (event) =>
    movement(event, event.data.productId, { onHand: event.data.quantity }, noted(event.data.note)),
  )
  .on(StockAdjusted, (event) =>
    movement(event, event.data.productId, { onHand: event.data.delta }, noted(event.data.reason)),
  )
  .on(StockCounted, (event) => {
    const { productId, delta, counted, note } = event.data;
    return movement(event, productId, { onHand: delta }, { counted, ...noted(note) });
  })
  .on(StockReserved, (event) => {
    const { productId, orderId, quantity, waited, backOrdered } = event.data;
    return movement(event, productId, { reserved: quantity, backOrdered: backOrdered - waited }, { orderId });
  })
  .on(StockReleased, (event) => {
    const { productId, orderId, quantity, backOrderDropped } = event.data;
    return movement(
      event,
      productId,
      { reserved: 0 - quantity, backOrdered: 0 - backOrderDropped },
      { orderId },
    );
  })
  .on(StockIssued, (event) => {
    const { productId, orderId, quantity, fromReserved, backOrderDropped } = event.data;
    const by = { onHand: 0 - quantity, reserved: 0 - fromReserved, backOrdered: 0 - backOrderDropped };
    return movement(event, productId, by, { orderId });
  });
