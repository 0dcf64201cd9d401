import { imports } from '../../domain/import/index.ts';
import { OperatorAdded, OperatorChanged } from '../../domain/operator/index.ts';
import { ItemsCollected, ItemsShipped, orderIdOf } from '../../domain/order/index.ts';
import { changesOf, defineProjection, type DataOf, type EventEnvelope } from '../../kernel/index.ts';
import { positionKey, sortKey } from '../listing/index.ts';
import { tellers } from '../order-history/told.ts';
import { describedBy } from './described.ts';
import { ofOrder } from './order-facts.ts';
import { tellings, type Moment } from './other-facts.ts';
import { countKey, type ActivityRow, type ActivityTables } from './row.ts';

const { moments, counts, people, described } = changesOf<ActivityTables>()(
  'moments',
  'counts',
  'people',
  'described',
);

const keyAt = ({ meta }: EventEnvelope, position: number): string =>
  sortKey(meta.occurredAt, positionKey(position));

/** FOR EVER: what an import sends, and what takes it back, begins so; what processes do about it has that for its cause. */
const BY_IMPORT = /(^|\/)(undo-)?import\//;

/** An import is told as a whole: ten thousand orders that came in one go are one thing that happened. */
const isOfImport = ({ meta, stream }: EventEnvelope): boolean =>
  !stream.startsWith(imports.stream('')) &&
  (BY_IMPORT.test(meta.commandId) || BY_IMPORT.test(meta.causationId));

/** FOR EVER: the correlation of whatever takes something back begins so. */
const TAKING_BACK = 'undo/';

/** A command that somebody gave by itself is its own correlation; what processes do about it is no deed of theirs. */
const groupOf = ({ commandId, correlationId, actor }: EventEnvelope['meta']): string | undefined =>
  correlationId === commandId || correlationId.startsWith(TAKING_BACK) || actor.startsWith('process:')
    ? undefined
    : correlationId;

const row = (event: EventEnvelope, { kind, main, told, ...about }: Moment) => {
  const { occurredAt, recordedAt, actor } = event.meta;
  const key = keyAt(event, event.position);
  const group = groupOf(event.meta);
  const made: ActivityRow = {
    ...{ key, actor, kind, told, ...about },
    ...(recordedAt !== occurredAt && { recordedAt }),
    ...(group !== undefined && { group }),
    ...(main && { main: 1 as const }),
  };
  return moments(key, () => made);
};

const LEAVING: ReadonlySet<string> = new Set([ItemsShipped.type, ItemsCollected.type]);

/** What is packed and leaves in one go is told by its leaving: the packing just before it was but a small step. */
const packedJustBefore = (event: EventEnvelope) =>
  LEAVING.has(event.type)
    ? [
        moments(keyAt(event, event.position - 1), (before) => {
          const { fulfilmentId } = event.data as { fulfilmentId: string };
          if (before?.told.type !== 'ItemsPrepared' || before.told.data.fulfilmentId !== fulfilmentId)
            return before;
          const { main: _, ...small } = before;
          return small;
        }),
      ]
    : [];

const counted = (key: string, by: number) =>
  counts(key, (before) => {
    const rows = (before?.rows ?? 0) + by;
    return rows === 0 ? undefined : { key, rows };
  });

const countsOf = (of: ActivityRow | undefined, by: number) =>
  of ? [counted(countKey('kind', of.kind), by), counted(countKey('actor', of.actor), by)] : [];

const NAMING: ReadonlySet<string> = new Set([OperatorAdded.type, OperatorChanged.type]);

/** Who has left stays known by name: what they did stands in the book. */
const named = ({ type, data }: EventEnvelope) => {
  if (!NAMING.has(type)) return [];
  const { operatorId: id, name } = data as DataOf<typeof OperatorAdded>;
  return [people(id, () => ({ id, name }))];
};

/** What an import changes counts for the next change, though nothing is told of it. */
const standing = (event: EventEnvelope, isTold: boolean) => {
  const found = describedBy(event, isTold);
  return found ? [described(found.id, found.update)] : [];
};

const told = defineProjection<ActivityTables>({
  name: 'activity',
  version: 6,
  tables: {
    moments: {
      key: 'key',
      indexes: [
        ['main', 'key'],
        ['main', 'kind', 'key'],
        ['kind', 'key'],
        ['actor', 'key'],
        ['orderId', 'key'],
        ['customerId', 'key'],
        ['productId', 'key'],
      ],
    },
    counts: { key: 'key' },
    people: { key: 'id' },
    described: { key: 'id' },
  },
  derive: { moments: (before, after) => [...countsOf(before, -1), ...countsOf(after, 1)] },
});

const withOrders = tellers.reduce(
  (view, { eventType, tell }) =>
    view.on(eventType, (event: EventEnvelope) =>
      isOfImport(event)
        ? []
        : [
            ...packedJustBefore(event),
            row(event, { ...ofOrder(event, tell(event)), orderId: orderIdOf(event) }),
          ],
    ),
  told,
);

/** What happened in this book, whoever did it and to whatever? */
export const activityView = tellings.reduce(
  (view, { eventType, moment }) =>
    view.on(eventType, (event: EventEnvelope) => {
      const isTold = !isOfImport(event);
      return [...(isTold ? [row(event, moment(event)), ...named(event)] : []), ...standing(event, isTold)];
    }),
  withOrders,
);
