import type { EventEnvelope, Projection } from '../../kernel/index.ts';
import { onServing } from '../projector/on-serving.ts';
import type { GenerationRow } from '../registry/index.ts';
import type { Standing, StandingRow } from './shapes.ts';

/** More than this nobody reads; a shelf may have ten thousand movements. */
const MOST = 20;

const changedBy = (projection: Projection, event: EventEnvelope) => {
  try {
    return projection.changes(event);
  } catch {
    // The very event that can't be taken in.
    return [];
  }
};

/** Which rows these events change, what was changed last first, each once. */
const touchedBy = (projection: Projection, events: readonly EventEnvelope[]) => {
  const changes = events.toReversed().flatMap((event) => changedBy(projection, event));
  return [...new Map(changes.map(({ table, key }) => [`${table}/${key}`, { table, key }])).values()];
};

/** The rows of a read model that a stream's events change, as they stand now; what only follows from them is left out. */
export const standingOf = (
  book: string,
  row: GenerationRow | undefined,
  projection: Projection,
  events: readonly EventEnvelope[],
): Promise<Standing> =>
  onServing(book, row, async (db) => {
    const touched = touchedBy(projection, events);
    const rows: StandingRow[] = [];
    let more = false;
    for (const { table, key } of touched) {
      const value: unknown = await db.table(table).get(key);
      if (value === undefined) continue;
      more = rows.length === MOST;
      if (more) break;
      rows.push({ table, key, value });
    }
    return { rows, more };
  });
