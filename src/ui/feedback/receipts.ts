import type { Client } from '../../client/index.ts';
import type { Receipt } from '../../kernel/index.ts';
import { toasts } from '../parts/toasts.svelte.ts';
import { doubt, sentence } from '../words/errors.ts';

/** Why a command is not simply in the book, in a sentence; undefined when it is. Amounts in it are of `currency`. */
export const problemOf = (receipt: Receipt, currency?: string): string | undefined => {
  const outcome = receipt.status === 'duplicate' ? receipt.original : receipt;
  if (outcome.status === 'rejected') return sentence(outcome.rejection, currency);
  return outcome.status === 'in-doubt' ? doubt(outcome.reason) : undefined;
};

/** Sends a command that has no form of its own: a problem has no place but a message. Its receipt once it is in the book. */
export const sendUnasked = async (
  client: Pick<Client, 'dispatch'>,
  type: string,
  payload: object,
): Promise<Receipt | undefined> => {
  const receipt = await client.dispatch(type, payload);
  const problem = problemOf(receipt);
  if (problem !== undefined) toasts.show(problem, { tone: 'wrong' });
  return problem === undefined ? receipt : undefined;
};
