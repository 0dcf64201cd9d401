import type { Dexie } from 'dexie';
import type { Outcome, Receipt } from '../../kernel/index.ts';
import type { Dispatch } from '../feed.ts';
import { tablesOf, type Outgoing, type Refused } from './process-store.ts';

const AT_ONCE = 200;

export class UnansweredError extends Error {
  override readonly name = 'UnansweredError';
}

type Final = Outcome | Extract<Receipt, { status: 'accepted' }>;

const finalOf = (receipt: Receipt | undefined): Final | undefined => {
  switch (receipt?.status) {
    case 'committed':
    case 'rejected':
    case 'accepted':
      return receipt;
    case 'duplicate':
      return receipt.original;
    case 'in-doubt':
    case undefined:
      return undefined;
  }
};

const settle = async (
  db: Dexie,
  sent: readonly Outgoing[],
  receipts: readonly Receipt[],
): Promise<number> => {
  const answers = new Map(receipts.map((receipt) => [receipt.commandId, finalOf(receipt)]));
  const settled = sent.filter(({ command }) => answers.get(command.commandId));
  const refused = settled.flatMap((outgoing): Refused[] => {
    const answer = answers.get(outgoing.command.commandId);
    if (answer?.status !== 'rejected') return [];
    return [{ ...outgoing, attempts: (outgoing.attempts ?? 0) + 1, rejection: answer.rejection }];
  });
  const { outbox, refused: refusals } = tablesOf(db);
  await db.transaction('rw', outbox, refusals, async () => {
    await refusals.bulkPut(refused);
    await outbox.bulkDelete(settled.map(({ position, n }) => [position, n]));
  });
  return settled.length;
};

/** Counts that these were sent in vain, as far as they still wait. */
const countFailure = async (db: Dexie, sent: readonly Outgoing[]): Promise<void> => {
  const { outbox } = tablesOf(db);
  await db.transaction('rw', outbox, async () => {
    const left = await outbox.bulkGet(sent.map(({ position, n }) => [position, n]));
    await outbox.bulkPut(left.flatMap((row) => (row ? [{ ...row, attempts: (row.attempts ?? 0) + 1 }] : [])));
  });
};

/**
 * Sends what is in the outbox, in order, and strikes out what was answered. It was written before it is sent, so a
 * crash at any point sends again, under the same id: what may be such a case is marked as sent `again`. `strict`: what is
 * struck out must not be lost from the log.
 * @throws UnansweredError when a command's fate is open: it stays, to be asked for again.
 */
export const sendOutbox = async (db: Dexie, dispatch: Dispatch, again: boolean): Promise<void> => {
  const { outbox } = tablesOf(db);
  for (;;) {
    const batch = await outbox.orderBy(':id').limit(AT_ONCE).toArray();
    if (batch.length === 0) return;
    try {
      const receipts = await dispatch(
        batch.map(({ command }) => (again ? { ...command, again } : command)),
        'strict',
      );
      const open = batch.length - (await settle(db, batch, receipts));
      if (open > 0) throw new UnansweredError(`${open} commands are in doubt`);
    } catch (error) {
      // The database itself may be gone: what went wrong first is what counts.
      await countFailure(db, batch).catch(() => undefined);
      throw error;
    }
  }
};
