import type { Outcome, PlannedCommand, Receipt, Rejection } from '../../kernel/index.ts';

export type Send = (commands: readonly PlannedCommand[]) => Promise<readonly Receipt[]>;

/** How a command ended: written now (up to `position`), written by an earlier import, or refused. */
export type Settled =
  | { readonly status: 'new' | 'there'; readonly position: number }
  | { readonly status: 'refused'; readonly rejection: Rejection };

/** Nobody can say whether commands were written: the job must stop, and may be started again. */
export class InDoubtError extends Error {
  override readonly name = 'InDoubtError';
}

const REUSED = 'command-id-reused';
/** Each import that failed of something else takes one more id; more of them than this are not looked through. */
const ATTEMPTS = 20;

const otherContents: Rejection = {
  code: 'already-imported-differently',
  message: 'This was imported before with other contents: what is in the book stays as it is.',
  values: {},
};

const outcomeOf = (receipt: Receipt): Outcome => {
  if (receipt.status === 'duplicate') return receipt.original;
  if (receipt.status === 'committed' || receipt.status === 'rejected') return receipt;
  throw new InDoubtError(`${receipt.commandId} is ${receipt.status}`);
};

const settledBy = (receipt: Receipt): Settled => {
  const outcome = outcomeOf(receipt);
  if (outcome.status === 'committed')
    return { status: receipt.status === 'duplicate' ? 'there' : 'new', position: outcome.position };
  const { code } = outcome.rejection;
  const isThere = code === REUSED || code.endsWith('-exists');
  return { status: 'refused', rejection: isThere ? otherContents : outcome.rejection };
};

/** A command id keeps what was once decided under it. Was that a refusal, then the import tries the next id. */
const isSpent = (receipt: Receipt): boolean =>
  receipt.status === 'duplicate'
    ? receipt.original.status === 'rejected'
    : receipt.status === 'rejected' && receipt.rejection.code === REUSED;

const attempt = (command: PlannedCommand, n: number): PlannedCommand =>
  n === 1 ? command : { ...command, commandId: `${command.commandId}/${n}` };

/** Sends commands that something can be created with only once, under further ids where the first ones are spent. */
export const settleCreations = async (
  commands: readonly PlannedCommand[],
  send: Send,
): Promise<Settled[]> => {
  const settled: Settled[] = [];
  let open = commands.map((command, index) => ({ command, index }));
  for (let n = 1; open.length > 0; n += 1) {
    const receipts = await send(open.map(({ command }) => attempt(command, n)));
    const next: typeof open = [];
    open.forEach((each, at) => {
      const receipt = receipts[at];
      if (!receipt) throw new InDoubtError(`${each.command.commandId} got no receipt`);
      if (isSpent(receipt) && n < ATTEMPTS) next.push(each);
      else settled[each.index] = settledBy(receipt);
    });
    open = next;
  }
  return settled;
};

/** Sends commands that must not be done twice under another id. */
export const settleOnce = async (commands: readonly PlannedCommand[], send: Send): Promise<Settled[]> =>
  commands.length === 0 ? [] : (await send(commands)).map(settledBy);
