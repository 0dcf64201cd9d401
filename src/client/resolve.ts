import type { Receipt } from '../kernel/index.ts';
import type { Dispatched, Durability, StoreFault } from '../engine/ports.ts';
import { pause } from './deadline.ts';
import type { Link } from './link.ts';

/** What of the line to the engine this needs. */
type Way = Pick<Link, 'call' | 'opened' | 'revive'>;

/** How long a dispatch may stay unanswered before it shows as *Checking…*. */
const ANSWER_MS = 5_000;
const PAUSES_MS = [0, 300, 1_000, 3_000, 6_000];
/** Nothing can be written until the person acts: asking again is of no use. */
const LOCKED = [
  'newer-version',
  'book-missing',
  'store-broken',
  'book-replaced',
] satisfies readonly StoreFault[];

/** Behind this lock the log can still be read, so a looking-up that fails is tried again. */
const READABLE: StoreFault = 'newer-version';

const ask = async (link: Way, command: Dispatched, durability: Durability): Promise<Receipt> => {
  try {
    return await link.call((engine) => engine.dispatch(command, durability), ANSWER_MS);
  } catch {
    // Whatever went wrong on the line, the command may have been written: its fate is in the log.
    return { status: 'in-doubt', commandId: command.commandId, reason: 'no-answer' };
  }
};

/** Our own second asking is no duplicate to the person: they get the receipt of the first. */
const own = (receipt: Receipt): Receipt => (receipt.status === 'duplicate' ? receipt.original : receipt);

const lockOf = (reason: string): StoreFault | undefined => LOCKED.find((fault) => fault === reason);

/** Why the present engine writes no more, if that is so and asking again is of no use. */
const presentLock = async (link: Way): Promise<StoreFault | undefined> => {
  const opened = await link.opened().catch(() => undefined);
  return opened?.status === 'locked' ? lockOf(opened.fault) : undefined;
};

const lookUp = async (link: Way, commandId: string): Promise<Receipt | 'unknown' | 'no-answer'> => {
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
 * (promises.md, M2). An engine that is locked from now on, because a newer version took the book over for instance,
 * writes nothing any more: what is not found then was not written and will not be. Otherwise `in-doubt` is left only when
 * the book stays out of reach.
 */
export const dispatchToTruth = async (
  link: Way,
  command: Dispatched,
  durability: Durability,
  onChecking: () => void,
): Promise<Receipt> => {
  let receipt = await ask(link, command, durability);
  if (receipt.status === 'in-doubt') onChecking();
  for (const milliseconds of PAUSES_MS) {
    if (receipt.status !== 'in-doubt') return receipt;
    const { reason } = receipt;
    await pause(milliseconds);
    if (reason === 'no-answer') await link.revive();
    const lock = lockOf(reason) ?? (await presentLock(link));
    const known = await lookUp(link, command.commandId);
    if (typeof known !== 'string') return known;
    if (lock) receipt = { status: 'in-doubt', commandId: command.commandId, reason: lock };
    if (lock && (known === 'unknown' || lock !== READABLE)) return receipt;
    if (known === 'no-answer') continue;
    // Looked up after the failure and not there: it was not written, and there is still no room.
    if (reason === 'disk-full' && milliseconds > 0) return diskFull(command.commandId);
    receipt = own(await ask(link, command, durability));
  }
  return receipt;
};
