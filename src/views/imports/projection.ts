import { customers as customerAggregate, CustomerCreated } from '../../domain/customer/index.ts';
import { ImportFinished, ImportStarted, ImportUndone } from '../../domain/import/index.ts';
import { OrderImportUndone, orders as orderAggregate, OrderSubmitted } from '../../domain/order/index.ts';
import {
  ProductArchived,
  ProductCreated,
  products as productAggregate,
  VariantAdded,
} from '../../domain/product/index.ts';
import { StockReceived } from '../../domain/stock/index.ts';
import { CustomerArchived } from '../../domain/customer/index.ts';
import {
  changesOf,
  defineProjection,
  type Aggregate,
  type AnyEventType,
  type EventEnvelope,
  type ProjectionBuilder,
} from '../../kernel/index.ts';
import { positionKey, sortKey } from '../listing/index.ts';
import { thingKey, type ImportedKind, type ImportedRow, type ImportTables } from './row.ts';

const { imports, things, received } = changesOf<ImportTables>()('imports', 'things', 'received');

/** FOR EVER: what an import sends, and what takes it back, begins so. */
const BY_IMPORT = 'import/';
const BY_UNDO = 'undo-import/';

const isOwn = ({ meta }: EventEnvelope): boolean => meta.commandId.startsWith(BY_IMPORT);
const isUndo = ({ meta }: EventEnvelope): boolean => meta.commandId.startsWith(BY_UNDO);
/** What processes do about a thing is no work of a person on it. */
const isMachine = ({ meta }: EventEnvelope): boolean => meta.actor.startsWith('process:');

const brought = (event: EventEnvelope, kind: ImportedKind, id: string, called: string) =>
  things(thingKey(kind, id), (before) => {
    if (!isOwn(event)) return before && followed(event, before);
    return {
      ...{ key: thingKey(kind, id), kind, id, called },
      importId: event.meta.correlationId,
      sort: positionKey(event.position),
      version: event.version,
      touched: false,
      undone: before?.undone ?? 0,
      isBack: false,
      variantIds: [],
    };
  });

const followed = (event: EventEnvelope, row: ImportedRow): ImportedRow => {
  // Brought back by a later import: from now on it is that import's.
  if (isOwn(event))
    return {
      ...row,
      version: event.version,
      isBack: false,
      importId: event.meta.correlationId,
      ...(row.isBack && { sort: positionKey(event.position), touched: false }),
    };
  if (isMachine(event)) return { ...row, version: event.version };
  return isUndo(event) ? row : { ...row, touched: true };
};

const takenBack = (event: EventEnvelope, kind: ImportedKind, id: string) =>
  things(thingKey(kind, id), (row) => {
    if (!row) return undefined;
    return isUndo(event) ? { ...row, isBack: true, undone: row.undone + 1 } : followed(event, row);
  });

const idIn = (aggregate: Pick<Aggregate, 'stream'>, event: EventEnvelope): string =>
  event.stream.slice(aggregate.stream('').length);

/** Lets the view see every other event of these aggregates. */
const following = (
  view: ProjectionBuilder<ImportTables>,
  kind: ImportedKind,
  aggregate: Pick<Aggregate, 'stream' | 'events'>,
  told: readonly AnyEventType[],
): ProjectionBuilder<ImportTables> =>
  aggregate.events
    .filter(({ type }) => !told.some((one) => one.type === type))
    .reduce(
      (all, eventType) =>
        all.on(eventType, (event: EventEnvelope) => [
          things(thingKey(kind, idIn(aggregate, event)), (row) => row && followed(event, row)),
        ]),
      view,
    );

const told = defineProjection<ImportTables>({
  name: 'imports',
  version: 1,
  tables: {
    imports: { key: 'importId', indexes: ['sort'] },
    things: { key: 'key', indexes: [['importId', 'sort']] },
    received: { key: 'id' },
  },
})
  .on(ImportStarted, ({ data: { importId, files }, meta, position }) => [
    imports(importId, () => ({
      ...{ importId, files, startedAt: meta.occurredAt },
      sort: sortKey(meta.occurredAt, positionKey(position)),
    })),
  ])
  .on(ImportFinished, ({ data: { importId, counts } }) => [
    imports(importId, (row) => row && { ...row, counts }),
  ])
  .on(ImportUndone, ({ data: { importId, ...counts }, meta }) => [
    imports(importId, (row) => row && { ...row, undone: { at: meta.occurredAt, ...counts } }),
  ])
  .on(StockReceived, (event) => {
    const { productId: id, quantity } = event.data;
    return isOwn(event) ? [received(id, () => ({ id, quantity }))] : [];
  })
  .on(CustomerCreated, (event) => [brought(event, 'customer', event.data.customerId, '')])
  .on(CustomerArchived, (event) => [takenBack(event, 'customer', event.data.customerId)])
  .on(ProductCreated, (event) => [brought(event, 'product', event.data.productId, event.data.name)])
  .on(VariantAdded, (event) => [
    things(thingKey('product', event.data.productId), (row) => {
      if (!row) return undefined;
      const next = followed(event, row);
      return isOwn(event) ? { ...next, variantIds: [...row.variantIds, event.data.variantId] } : next;
    }),
  ])
  .on(ProductArchived, (event) => [takenBack(event, 'product', event.data.productId)])
  .on(OrderSubmitted, (event) => [brought(event, 'order', event.data.orderId, event.data.number)])
  .on(OrderImportUndone, (event) => [takenBack(event, 'order', idIn(orderAggregate, event))]);

/** What did each import bring, and is it still as it came? */
export const importView = following(
  following(
    following(told, 'customer', customerAggregate, [CustomerCreated, CustomerArchived]),
    'product',
    productAggregate,
    [ProductCreated, VariantAdded, ProductArchived],
  ),
  'order',
  orderAggregate,
  [OrderSubmitted, OrderImportUndone],
);
