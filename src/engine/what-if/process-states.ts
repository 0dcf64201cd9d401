import type { Dexie } from 'dexie';
import type { Process } from '../../kernel/index.ts';
import { pause } from '../follow/pause.ts';
import { readCheckpoint } from '../follow/checkpoint.ts';
import { openProcess, tablesOf } from '../processes/process-store.ts';

/** How long it is waited for processes that have something left to do, and how often it is looked. */
const SETTLE_MS = 1_500;
const LOOK_MS = 15;

/** The states of processes as the worker that leads keeps them; read only. */
export const processStates = (book: string, processes: readonly Process[]) => {
  const open = new Map<string, Promise<Dexie>>();
  const closing = new AbortController();

  const database = (process: Process): Promise<Dexie> => {
    const known = open.get(process.name);
    if (known) return known;
    const opening = openProcess(book, process, false);
    open.set(process.name, opening);
    opening.catch(() => open.delete(process.name));
    return opening;
  };

  const isSettled = async (process: Process, head: number): Promise<boolean> => {
    const db = await database(process);
    const [{ position }, outbox] = await Promise.all([readCheckpoint(db), tablesOf(db).outbox.count()]);
    return position >= head && outbox === 0;
  };

  return {
    /** What a process knows of an instance; undefined when nothing yet. */
    instance: async (name: string, id: string): Promise<unknown> => {
      const process = processes.find((one) => one.name === name);
      return process && (await tablesOf(await database(process)).instances.get(id))?.state;
    },
    /** Waits until every process has taken in the log up to its head and has nothing left to send; not for ever. */
    settled: async (head: () => number): Promise<number> => {
      for (let waited = 0; ; waited += LOOK_MS) {
        const position = head();
        const all = await Promise.all(
          processes.map((process) =>
            isSettled(process, position).catch(() => {
              // Its database went, or is still to come: it is opened anew.
              open.delete(process.name);
              return false;
            }),
          ),
        );
        const isOver = waited > SETTLE_MS || closing.signal.aborted;
        if ((all.every(Boolean) && head() === position) || isOver) return position;
        await pause(LOOK_MS, closing.signal);
      }
    },
    close: (): void => {
      closing.abort();
      for (const opening of open.values())
        void opening.then((db) => {
          db.close();
        });
    },
  };
};
