import { orderIdOf } from '../../domain/order/index.ts';
import { changesOf, defineProjection, type EventEnvelope } from '../../kernel/index.ts';
import { positionKey } from '../listing/index.ts';
import type { HistoryRow, HistoryTables, Told } from './row.ts';
import { tellers } from './told.ts';

const { entries } = changesOf<HistoryTables>()('entries');

const entry = (event: EventEnvelope, told: Told) => {
  const { position, meta } = event;
  const key = `${orderIdOf(event)}/${positionKey(position)}`;
  const { occurredAt: at, recordedAt, actor } = meta;
  const row: HistoryRow = { key, position, at, actor, told, ...(recordedAt === at ? {} : { recordedAt }) };
  return [entries(key, () => row)];
};

/** What happened to this order, when, and who did it? */
export const orderHistory = tellers.reduce(
  (view, { eventType, tell }) => view.on(eventType, (event: EventEnvelope) => entry(event, tell(event))),
  defineProjection<HistoryTables>({
    name: 'order-history',
    version: 2,
    tables: { entries: { key: 'key' } },
  }),
);
