import Dexie, { RangeSet, type ObservabilitySet } from 'dexie';

/** Dexie's name of everything there is to observe in a table: by its keys, by each index, and what was deleted. */
const partsOf = (database: string, { name, schema }: Dexie['tables'][number]): readonly string[] =>
  ['', ':dels', ...schema.indexes.map((index) => index.name)].map(
    (part) => `idb://${database}/${name}/${part}`,
  );

/**
 * Wakes every live query over a database, in every tab, once what was begun on it before is over. Dexie tells of a
 * change after its transaction: a worker that dies in between leaves rows that no page hears of, and to write the same
 * again would be no change. So whoever takes its place tells of everything, as Dexie does of a database that it made.
 */
export const tellAll = async (db: Dexie): Promise<void> => {
  await db.transaction('r', db.tables, () => undefined);
  const everything: ObservabilitySet = {};
  for (const part of db.tables.flatMap((table) => partsOf(db.name, table)))
    everything[part] = new RangeSet(Dexie.minKey, Dexie.maxKey);
  Dexie.on.storagemutated.fire(everything);
};
