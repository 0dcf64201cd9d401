import { v7 } from 'uuid';
import type { CommandMessage, QueryType, Receipt } from '../kernel/index.ts';
import type { WhatIf } from '../engine/what-if/index.ts';
import type { Link } from './link.ts';

/** A trial of all read models of a large book, on a busy machine. */
const TRIAL_MS = 30_000;

/** What commands would do, and the two ways on: apply it, or let go of it. */
export interface TriedOut extends WhatIf {
  /** Asks the book as it would then be. @throws NoAnswerError */
  query<Answer>(query: Pick<QueryType<string, never, Answer>, 'name'>, params: unknown): Promise<Answer>;
  /** Gives these very commands, in order; applied again it adds nothing. Ends with the first that is not committed. */
  apply(): Promise<readonly Receipt[]>;
}

interface TrialOptions {
  /** Read models to look at; all that the person may see, when left out. An empty list: only the questions count. */
  readonly views?: readonly string[];
  /** Asked at once with the trial; the answers are in this order. */
  readonly asks?: readonly { readonly query: string; readonly params: unknown }[];
  /** Written by hand in the Engine room: that it is tried, and applied, is recorded among what was done there. */
  readonly byHand?: boolean;
}

type Dispatch = (
  type: string,
  payload: unknown,
  options: { commandId: string; correlationId: string },
) => Promise<Receipt>;

/** Commands tried on a branch of the book in memory; see `WhatIf`. */
export const createTrialsOf = (link: Link, dispatch: Dispatch) => ({
  whatIf: async (messages: readonly CommandMessage[], options: TrialOptions = {}): Promise<TriedOut> => {
    const correlationId = v7();
    const commands = messages.map(({ type, payload }) => ({ type, payload, commandId: v7(), correlationId }));
    const ask = (asked: TrialOptions) =>
      link.insist((engine) => engine.whatIf({ commands, ...asked }), TRIAL_MS);
    return {
      ...(await ask(options)),
      query: async <Answer>({ name }: { readonly name: string }, params: unknown) => {
        const { answers } = await ask({ views: [], asks: [{ query: name, params }] });
        return answers[0] as Answer;
      },
      apply: async () => {
        const receipts: Receipt[] = [];
        for (const { type, payload, commandId } of commands) {
          const receipt = await dispatch(type, payload, { commandId, correlationId });
          receipts.push(receipt);
          if (receipt.status !== 'committed' && receipt.status !== 'duplicate') break;
        }
        const given = receipts.map(({ commandId }) => commandId);
        // They stand in the log with who gave them, recorded or not.
        if (options.byHand === true)
          await link.call((engine) => engine.givenByHand(given), TRIAL_MS).catch(() => undefined);
        return receipts;
      },
    };
  },
});
