import type { EventEnvelope, Projection, QueryType } from '../../kernel/index.ts';
import { foldBatch } from '../projector/fold.ts';
import { MemoryTable } from './memory-table.ts';

/**
 * What a query would have answered once these events were in its read model: that is built anew in memory, by the same
 * fold that keeps it on disk.
 */
export const answerThen = async <Answer>(
  query: Pick<QueryType<string, unknown, Answer>, 'run'>,
  params: unknown,
  projection: Projection,
  batches: AsyncIterable<readonly EventEnvelope[]>,
): Promise<{ readonly answer: Answer; readonly position: number }> => {
  const tables = new Map(
    Object.entries(projection.tables).map(([name, spec]) => [name, new MemoryTable(spec)]),
  );
  const load = async (table: string, keys: readonly string[]) =>
    (await tables.get(table)?.getMany(keys)) ?? [];
  let position = 0;
  for await (const events of batches) {
    position = events.at(-1)?.position ?? position;
    const handled = events.filter(({ type }) => projection.handles.has(type));
    for (const [table, written] of await foldBatch(projection, handled, load))
      tables.get(table)?.take(written);
  }
  return { answer: await query.run(Object.fromEntries(tables) as never, params), position };
};
