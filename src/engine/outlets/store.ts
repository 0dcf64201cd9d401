import type { Dexie, Table } from 'dexie';
import { hardened } from '../reading/hardened.ts';
import type { Cursor, DeadLetter, Outlet, OutletStatus } from './shapes.ts';

/** `key` signs what goes to a webhook. It cannot be read out, and leaves this device in no copy of the book. */
export interface OutletRow extends Outlet {
  readonly key?: CryptoKey;
}

type LetterKey = [outlet: string, position: number, n: number];

/** Where messages of this device's book go, and how far they are. No part of the log: another device has its own. */
export interface OutletStore {
  readonly db: Dexie;
  readonly outlets: Table<OutletRow, string>;
  readonly cursors: Table<Cursor, string>;
  readonly letters: Table<DeadLetter, LetterKey>;
}

export const openOutlets = async (book: string): Promise<OutletStore> => {
  const db = hardened(`${book}-outlets`, () => undefined, 'strict');
  db.version(1).stores({
    outlets: 'id',
    cursors: 'id',
    letters: '[outlet+position+n], outlet, [outlet+state]',
  });
  await db.open();
  return {
    db,
    outlets: db.table('outlets'),
    cursors: db.table('cursors'),
    letters: db.table('letters'),
  };
};

export const startAt = (id: string, position: number, eventId: string): Cursor => ({
  ...{ id, position, eventId, delivered: 0, attempts: 0 },
  n: Number.MAX_SAFE_INTEGER,
});

/** Every outlet with how it stands, webhooks last. */
export const statusOf = ({ db, outlets, cursors, letters }: OutletStore): Promise<readonly OutletStatus[]> =>
  db.transaction('r', db.tables, async () => {
    const rows = await outlets.toArray();
    const at = await cursors.bulkGet(rows.map(({ id }) => id));
    const aside = await Promise.all(
      rows.map(({ id }) => letters.where('outlet').equals(id).reverse().toArray()),
    );
    return rows
      .map(({ key: _, ...outlet }, nth) => {
        const { id: __, position: ___, n: ____, eventId: _____, ...cursor } = at[nth] ?? startAt('', 0, '');
        return { ...outlet, cursor, deadLetters: aside[nth] ?? [] };
      })
      .sort((one, other) => Number(one.kind === 'webhook') - Number(other.kind === 'webhook'));
  });
