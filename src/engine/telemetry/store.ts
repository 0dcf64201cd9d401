import { Dexie, type Table } from 'dexie';
import { hardened } from '../reading/hardened.ts';
import type { TelemetrySettings } from '../reading/measurements.ts';

type Row = TelemetrySettings & { readonly id: 'settings' };

const OFF: TelemetrySettings = { on: false, endpoint: '' };

const nameOf = (book: string): string => `${book}-telemetry`;

const within = async <Answer>(
  book: string,
  work: (table: Table<Row, string>) => Promise<Answer>,
): Promise<Answer> => {
  const db = hardened(nameOf(book), () => undefined, 'strict');
  db.version(1).stores({ settings: 'id' });
  try {
    await db.open();
    return await work(db.table('settings'));
  } finally {
    db.close();
  }
};

/** How this device measures. A book of which nobody ever asked for that has no database for it. */
export const readSettings = async (book: string): Promise<TelemetrySettings> => {
  if (!(await Dexie.getDatabaseNames()).includes(nameOf(book))) return OFF;
  const kept = await within(book, (settings) => settings.get('settings'));
  return kept ? { on: kept.on, endpoint: kept.endpoint } : OFF;
};

export const keepSettings = async (book: string, settings: TelemetrySettings): Promise<void> => {
  await within(book, (table) => table.put({ id: 'settings', ...settings }));
};
