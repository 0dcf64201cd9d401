import { Dexie } from 'dexie';
import type { Process, Rejection } from '../../kernel/index.ts';
import { tablesOf, type Outgoing, type Refused } from './process-store.ts';
import { waitingTimers, type SetTimer } from './timers.ts';
import { overdueWaits } from './waits.ts';

/** A command that was sent so often in vain is stuck: the pauses between the attempts are long by then. */
const IN_VAIN = 3;
/** No more than a person looks through. */
const LISTED = 200;

interface Stands {
  readonly process: string;
  /** Unknown of what an earlier version noted. */
  readonly instance?: string;
  /** ISO instant. */
  readonly since?: string;
  /** How often it was sent, or asked for again. */
  readonly attempts: number;
}

/** `position` and `n` tell the command from others. */
interface StuckCommand extends Stands {
  readonly position: number;
  readonly n: number;
  readonly command: string;
}

/** Something that a process does not get done by itself. */
export type Stuck =
  /** The trade refused what it wanted. */
  | (StuckCommand & { readonly kind: 'refused'; readonly rejection: Rejection })
  /** Whether what it wanted was done is still open after several attempts. */
  | (StuckCommand & { readonly kind: 'unanswered' })
  /** The answer that it waits for has not come. */
  | (Stands & { readonly kind: 'waiting'; readonly instance: string; readonly what: string });

/** A timer that is set and has not fired. */
export interface WaitingTimer extends Pick<SetTimer, 'instance' | 'key' | 'due'> {
  readonly process: string;
}

const inVain = ({ attempts = 0 }: Outgoing): boolean => attempts >= IN_VAIN;
const stillRefused = ({ leftOut }: Refused): boolean => leftOut === undefined;

const commandOf = (process: string, { position, n, command, instance, since, attempts = 1 }: Outgoing) => ({
  ...{ process, position, n, attempts, command: command.type },
  ...(instance !== undefined && { instance }),
  ...(since !== undefined && { since }),
});

/** What is stuck at `now` (ISO instant). */
export const stuckIn = async (db: Dexie, process: Process, now: string): Promise<readonly Stuck[]> => {
  const { name } = process;
  const { outbox, refused } = tablesOf(db);
  const [unanswered, refusals, waits] = await Promise.all([
    outbox.filter(inVain).limit(LISTED).toArray(),
    refused.filter(stillRefused).reverse().limit(LISTED).toArray(),
    overdueWaits(db, process, now),
  ]);
  return [
    ...unanswered.map((row) => ({ kind: 'unanswered' as const, ...commandOf(name, row) })),
    ...refusals.map((row) => ({
      kind: 'refused' as const,
      rejection: row.rejection,
      ...commandOf(name, row),
    })),
    ...waits.slice(0, LISTED).map(({ instance, what, since, asked }) => ({
      ...{ kind: 'waiting' as const, process: name, instance, what, since, attempts: asked },
    })),
  ];
};

/** How much that is. */
export const countStuck = async (db: Dexie, process: Process, now: string): Promise<number> => {
  const { outbox, refused } = tablesOf(db);
  const [unanswered, refusals, waits] = await Promise.all([
    outbox.filter(inVain).count(),
    refused.filter(stillRefused).count(),
    overdueWaits(db, process, now),
  ]);
  return unanswered + refusals + waits.length;
};

/** Timers that wait, the one that is due next first. */
export const timersIn = async (db: Dexie, { name, timers }: Process): Promise<readonly WaitingTimer[]> => {
  if (!timers) return [];
  const rows = await waitingTimers(db, Dexie.maxKey).limit(LISTED).toArray();
  return rows.map(({ instance, key, due }) => ({ process: name, instance, key, due }));
};
