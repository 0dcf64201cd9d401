import type { Dexie } from 'dexie';
import type { QueryType, ReadTable } from '../../kernel/index.ts';
import { CHECKPOINT, ENGINE_TABLES, type Checkpoint } from './generation.ts';
import { readTable } from './read-table.ts';

export class BadParamsError extends Error {
  override readonly name = 'BadParamsError';
}

/** @throws BadParamsError which names each member that is wrong. */
export const paramsOf = <Params>(query: QueryType<string, Params>, params: unknown): Params => {
  const parsed = query.params.safeParse(params);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'params'}: ${message}`);
  throw new BadParamsError(`${query.name} was asked with bad parameters: ${wrong.join('; ')}`);
};

type Asked<Params, Answer> = Pick<QueryType<string, Params, Answer>, 'run'>;

const rowTables = (db: Dexie) => db.tables.filter(({ name }) => !ENGINE_TABLES.has(name));
const tablesOf = (db: Dexie): Readonly<Record<string, ReadTable<unknown>>> =>
  Object.fromEntries(rowTables(db).map(({ name }) => [name, readTable(db.table<unknown, string>(name))]));

/**
 * The answer alone: a live query of it is woken by rows, not by every move of the checkpoint.
 * The scope is an async function on purpose: only then Dexie keeps its zone over a query's own awaits. A query that first
 * awaits something else than a row would otherwise read outside the transaction, unseen by the live query.
 */
export const answerOf = <Params, Answer>(
  db: Dexie,
  query: Asked<Params, Answer>,
  params: Params,
): Promise<Answer> =>
  db.transaction('r', rowTables(db), async () => await query.run(tablesOf(db) as never, params));

/** The answer and how far it is, out of one transaction: neither can be newer than the other. */
export const answerAt = <Params, Answer>(
  db: Dexie,
  query: Asked<Params, Answer>,
  params: Params,
): Promise<{ answer: Answer; position: number }> =>
  db.transaction('r', db.tables, async () => ({
    answer: await query.run(tablesOf(db) as never, params),
    position: await positionOf(db),
  }));

export const positionOf = async (db: Dexie): Promise<number> =>
  (await db.table<Checkpoint, string>(CHECKPOINT).get('at'))?.position ?? 0;

const NOTHING: ReadTable<never> = {
  get: () => Promise.resolve(undefined),
  getMany: (keys) => Promise.resolve(keys.map(() => undefined)),
  range: () => Promise.resolve([]),
  count: () => Promise.resolve(0),
};

/** What a read model that does not exist yet answers: that there is nothing, at position 0. */
export const emptyAnswer = async <Params, Answer>(
  query: Asked<Params, Answer>,
  params: Params,
): Promise<{ answer: Answer; position: number }> => ({
  answer: await query.run(new Proxy({}, { get: () => NOTHING }) as never, params),
  position: 0,
});
