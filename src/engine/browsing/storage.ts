import type { Table } from 'dexie';
import { hardened } from '../reading/hardened.ts';
import { generationOf } from '../reading/names.ts';
import type { StoredDatabase } from './shapes.ts';

/** Rows from either end of a store that stand for all of it. */
const SAMPLE = 25;

const sizeOf = (row: unknown): number =>
  JSON.stringify(row, (_, value: unknown) =>
    ArrayBuffer.isView(value) ? '.'.repeat(value.byteLength) : value,
  ).length;

/** What a database is for, by its name. */
const placed = (book: string, name: string): Pick<StoredDatabase, 'kind' | 'of' | 'generation'> => {
  const view = generationOf(book, name);
  if (view) return { kind: 'view', of: view.view, generation: view.number };
  const rest = name.slice(book.length + 1);
  if (rest.startsWith('process:')) return { kind: 'process', of: rest.slice('process:'.length) };
  return { kind: rest === 'log' || rest === 'keys' ? rest : 'other', of: rest };
};

/** Counts the rows of a database and weighs a few of them; undefined when it went away meanwhile. */
const weighed = async (book: string, name: string): Promise<StoredDatabase | undefined> => {
  const db = hardened(name, () => undefined);
  try {
    await db.open();
    const tables = await Promise.all(
      db.tables.map(async (table: Table<unknown>) => {
        const [rows, first, last] = await Promise.all([
          table.count(),
          table.limit(SAMPLE).toArray(),
          table.reverse().limit(SAMPLE).toArray(),
        ]);
        const sample = [...first, ...last];
        const bytes = sample.reduce<number>((sum, row) => sum + sizeOf(row), 0);
        return { rows, bytes: sample.length === 0 ? 0 : Math.round((bytes * rows) / sample.length) };
      }),
    );
    return {
      name,
      ...placed(book, name),
      rows: tables.reduce((sum, { rows }) => sum + rows, 0),
      bytes: tables.reduce((sum, { bytes }) => sum + bytes, 0),
    };
  } catch {
    return undefined;
  } finally {
    db.close();
  }
};

/** The databases of a book, the largest first. No browser says what one of them takes: it is weighed by a sample. */
export const storedOf = async (book: string): Promise<readonly StoredDatabase[]> => {
  const names = (await indexedDB.databases()).flatMap(({ name }) =>
    name?.startsWith(`${book}-`) === true ? [name] : [],
  );
  const found = await Promise.all(names.map((name) => weighed(book, name)));
  return found.filter((one) => one !== undefined).sort((one, other) => other.bytes - one.bytes);
};
