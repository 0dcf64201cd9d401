import type { Dexie } from 'dexie';
import type { Process } from '../../kernel/index.ts';
import { openProcess } from '../processes/process-store.ts';
import { stuckIn, timersIn, type Stuck, type WaitingTimer } from '../processes/stuck.ts';

/** Of each process's own database; nothing where it is just being made. */
const fromEach = async <Row>(
  book: string,
  processes: readonly Process[],
  read: (db: Dexie, process: Process) => Promise<readonly Row[]>,
): Promise<readonly Row[]> => {
  const found = processes.map(async (process) => {
    try {
      const db = await openProcess(book, process, false);
      return await read(db, process).finally(() => {
        db.close();
      });
    } catch {
      return [];
    }
  });
  return (await Promise.all(found)).flat();
};

/** What processes do not get done by themselves, at `now` (ISO instant). Any worker may look: it only reads. */
export const stuckWork = async (
  book: string,
  processes: readonly Process[],
  now: string,
): Promise<readonly Stuck[]> => {
  const stuck = await fromEach(book, processes, (db, process) => stuckIn(db, process, now));
  return [...stuck].sort((a, b) => ((a.since ?? '') < (b.since ?? '') ? -1 : 1));
};

/** The timers that wait, the one that is due next first. */
export const waitingTimers = async (
  book: string,
  processes: readonly Process[],
): Promise<readonly WaitingTimer[]> => {
  const timers = await fromEach(book, processes, timersIn);
  return [...timers].sort((a, b) => (a.due < b.due ? -1 : 1));
};
