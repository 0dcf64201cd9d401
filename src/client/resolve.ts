import type { Receipt } from '../kernel/index.ts';
import type { Dispatched, Durability, StoreFault } from '../engine/ports.ts';
import { pause } from './deadline.ts';
import type { Link } from './link.ts';

/** How long a dispatch may stay unanswered before it shows as *Checking…*. */
const ANSWER_MS = 5_000;
const PAUSES_MS = [0, 300, 1_000, 3_000, 6_000];
/** Nothing can be written until the person acts: asking again is of no use. */
const LOCKED: readonly string[] = ['newer-version', 'book-missing', 'store-broken'] satisfies StoreFault[];

const ask = async (link: Link, command: Dispatched, durability: Durability): Promise<Receipt> => {
  try {
    return await link.call((engine) => engine.dispatch(command, durability), ANSWER_MS);
  } catch {
    // Whatever went wrong on the line, the command may have been written: its fate is in the log.
    return { status: 'in-doubt', commandId: command.commandId, reason: 'no-answer' };
  }
};

/** Our own second asking is no duplicate to the person: they get the receipt of the first. */
const own = (receipt: Receipt): Receipt => (receipt.status === 'duplicate' ? receipt.original : receipt);

const lookUp = async (link: Link, commandId: string): Promise<Receipt | 'unknown' | 'no-answer'> => {
  try {
    return (await link.call((engine) => engine.lookUp(commandId), ANSWER_MS)) ?? 'unknown';
  } catch {
    return 'no-answer';
  }
};

const diskFull = (commandId: string): Receipt => ({
  status: 'rejected',
  commandId,
  rejection: {
    code: 'disk-full',
    message: 'Not saved: the disk is full. Make room, then try again.',
    values: {},
  },
});

/**
 * Sends a command until its outcome is one truth: an answer that stays away, or a doubt of the engine's own, is ended
 * by looking the same command id up, and by sending that same id again when nothing was decided under it
 * (promises.md, M2). `in-doubt` is left only when the book stays out of reach.
 */
export const dispatchToTruth = async (
  link: Link,
  command: Dispatched,
  durability: Durability,
  onChecking: () => void,
): Promise<Receipt> => {
  let receipt = await ask(link, command, durability);
  if (receipt.status === 'in-doubt') onChecking();
  for (const milliseconds of PAUSES_MS) {
    if (receipt.status !== 'in-doubt' || LOCKED.includes(receipt.reason)) return receipt;
    await pause(milliseconds);
    if (receipt.reason === 'no-answer') await link.revive();
    const known = await lookUp(link, command.commandId);
    if (known === 'no-answer') continue;
    if (known !== 'unknown') return known;
    // Looked up after the failure and not there: it was not written, and there is still no room.
    if (receipt.reason === 'disk-full' && milliseconds > 0) return diskFull(command.commandId);
    receipt = own(await ask(link, command, durability));
  }
  return receipt;
};
