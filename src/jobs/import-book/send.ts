import type { Outcome, PlannedCommand, Receipt, Rejection } from '../../kernel/index.ts';

export type Send = (commands: readonly PlannedCommand[]) => Promise<readonly Receipt[]>;

/** How a command ended: written now (up to `position`), written by an earlier import, or refused. */
export type Settled =
  | { readonly status: 'new' | 'there'; readonly position: number }
  /** Something else than an import brought one of the same id. */
  | { readonly status: 'taken' }
  | { readonly status: 'refused'; readonly rejection: Rejection };

/** Nobody can say whether commands were written: the job must stop, and may be started again. */
export class InDoubtError extends Error {
  override readonly name = 'InDoubtError';
}

const REUSED = 'command-id-reused';

export const otherContents: Rejection = {
  code: 'already-imported-differently',
  message: 'This was imported before with other contents: what is in the book stays as it is.',
  values: {},
};

/** Whether this says that the thing is in the book already. */
export const isThere = ({ code }: Rejection): boolean => code === otherContents.code;

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
  if (code.endsWith('-exists')) return { status: 'taken' };
  return { status: 'refused', rejection: code === REUSED ? otherContents : outcome.rejection };
};

/** Sends commands together and says how each ended. */
export const settle = async (commands: readonly PlannedCommand[], send: Send): Promise<Settled[]> =>
  commands.length === 0 ? [] : (await send(commands)).map(settledBy);
