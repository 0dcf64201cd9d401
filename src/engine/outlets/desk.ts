import type { Rejection } from '../../kernel/index.ts';
import { addressFault } from './address.ts';
import { keyOf } from './sign.ts';
import type { Attempt, DeadLetter, Message, Outlet, OutletStatus } from './shapes.ts';
import { openOutlets, startAt, statusOf, type OutletStore } from './store.ts';

/** How an outlet is to be from now on. A `secret` that is left out stays what it was. */
export interface OutletChange extends Outlet {
  readonly secret?: string;
}

/** What is to become of a message that was put aside. */
export interface LetterDeed extends Pick<DeadLetter, 'outlet' | 'position' | 'n'> {
  readonly state: 'again' | 'left-out';
  readonly reason?: string;
}

export interface OutletDesk {
  list(): Promise<readonly OutletStatus[]>;
  /** An outlet that is new, or was off, is told what happens from here on. */
  save(
    change: OutletChange,
    head: { readonly position: number; readonly eventId: string },
  ): Promise<Rejection | undefined>;
  remove(id: string): Promise<void>;
  /** Sends this one message there, beside all others; undefined when there is no such outlet. */
  test(id: string, message: Message): Promise<Attempt | undefined>;
  /** Tries at once what waits for its next attempt. */
  hurry(id: string): Promise<void>;
  settle(deed: LetterDeed, by: string, at: string): Promise<void>;
  close(): void;
}

/** Sets outlets up, in whichever worker somebody asks; the one that leads is then woken. */
export const createOutletDesk = (book: string): OutletDesk => {
  let opening: Promise<OutletStore> | undefined;
  const opened = async (): Promise<OutletStore> => {
    const store = await (opening ??= openOutlets(book));
    if (store.db.isOpen()) return store;
    return (opening = openOutlets(book));
  };
  return {
    list: async () => statusOf(await opened()),
    save: async ({ secret, ...outlet }, head) => {
      const fault = outlet.kind === 'webhook' ? addressFault(outlet.url ?? '') : undefined;
      if (fault) return fault;
      const key = secret === undefined ? undefined : await keyOf(secret);
      const { db, outlets, cursors } = await opened();
      await db.transaction('rw', outlets, cursors, async () => {
        const before = await outlets.get(outlet.id);
        const kept = key ?? before?.key;
        await outlets.put({ ...outlet, ...(kept && { key: kept }) });
        if (outlet.on && before?.on !== true)
          await cursors.put({
            ...(await cursors.get(outlet.id)),
            ...startAt(outlet.id, head.position, head.eventId),
          });
      });
      return undefined;
    },
    remove: async (id) => {
      const { db, outlets, cursors, letters } = await opened();
      await db.transaction('rw', db.tables, async () => {
        await Promise.all([
          outlets.delete(id),
          cursors.delete(id),
          letters.where('outlet').equals(id).delete(),
        ]);
      });
    },
    test: async (id, message) => {
      const outlet = await (await opened()).outlets.get(id);
      if (!outlet) return undefined;
      const { createDeliver } = await import('./deliver.ts');
      return createDeliver(book, () => Date.parse(message.occurredAt))(outlet, message);
    },
    hurry: async (id) => {
      const { cursors } = await opened();
      await cursors
        .where('id')
        .equals(id)
        .modify((cursor: { retryAt?: string }) => {
          delete cursor.retryAt;
        });
    },
    settle: async ({ outlet, position, n, state, reason }, by, at) => {
      const { letters } = await opened();
      await letters.update([outlet, position, n], { state, by, at, ...(reason !== undefined && { reason }) });
    },
    close: () =>
      void opening?.then(({ db }) => {
        db.close();
      }),
  };
};
