import type { Client } from '../../client/index.ts';
import type { Receipt } from '../../kernel/index.ts';
import { toasts } from '../parts/toasts.svelte.ts';
import type { Tone } from '../parts/shapes.ts';
import { doubt } from '../words/errors.ts';
import { m } from '../words/index.ts';
import { problemOf } from './receipts.ts';

type Undoer = Pick<Client, 'undo' | 'undoOffers'>;
type Deeds = Parameters<Client['undo']>[0];

/** So many different reasons a message can tell. */
const MOST_REASONS = 3;

interface Said {
  /** What to say once it is taken back. */
  readonly done?: string;
  readonly tone?: Tone;
  /** Once it is. */
  readonly onundone?: () => void;
}

/** Takes deeds back and says what became of it: of several also how many could not be, and why. True when all are. */
export const takeBack = async (
  client: Undoer,
  deeds: Deeds,
  { done, onundone }: Said = {},
): Promise<boolean> => {
  try {
    const undone = await client.undo(deeds, m.undo_reason());
    const problems = undone.flatMap(({ receipt }) => problemOf(receipt) ?? []);
    const why = [...new Set(problems)].slice(0, MOST_REASONS).join(' ');
    if (problems.length === 0) {
      const isJob = undone.some(({ receipt }) => receipt.status === 'accepted');
      toasts.show(isJob ? m.undo_started() : (done ?? m.undo_done()));
      onundone?.();
      return true;
    }
    const total = undone.length;
    const text = total === 1 ? why : m.undo_some({ done: total - problems.length, total, why });
    toasts.show(text, { tone: 'wrong' });
  } catch {
    // It can be asked again: whatever was taken back is not taken back twice.
    toasts.show(doubt('no-answer'), { tone: 'wrong' });
  }
  return false;
};

const committed = (receipt: Receipt | undefined): string | undefined => {
  const outcome = receipt?.status === 'duplicate' ? receipt.original : receipt;
  return outcome?.status === 'committed' ? outcome.commandId : undefined;
};

/** Says that something is in the book, with the way to take it back for as long as that stands there, where there is one. */
export const saved = (
  client: Undoer,
  receipts: Receipt | undefined | readonly Receipt[],
  text: string,
  said: Said = {},
): void => {
  const deeds = [receipts].flat().flatMap((receipt) => {
    const commandId = committed(receipt);
    return commandId === undefined ? [] : [{ commandId }];
  });
  const action = { label: m.undo_action(), run: () => void takeBack(client, deeds, said) };
  const offered = client
    .undoOffers(deeds)
    .then((offers) => (offers.some(({ possible }) => possible) ? action : undefined))
    .catch(() => undefined);
  toasts.show(text, { action: offered, ...(said.tone && { tone: said.tone }) });
};
