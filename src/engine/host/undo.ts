import type { Dispatched } from '../ports.ts';
import type { Receipt } from '../../kernel/index.ts';
import { rejected } from '../pipeline/stages.ts';
import type { EngineApi } from './api.ts';
import type { EngineConfig, OpenBook } from './book.ts';

/** Why, where nobody said: commands that keep a reason need one. */
const TAKEN_BACK = 'Taken back';

/** Where what was done is taken back. What that needs is loaded when it is first asked for. */
export const createUndoDesk = (
  { application, commands, followers }: EngineConfig,
  opened: Promise<OpenBook>,
  /** Takes on a job in the present operator's name. */
  accept: (command: Dispatched) => Promise<Receipt>,
  /** Why nothing can be written any more. */
  locked: () => string | undefined,
): Pick<EngineApi, 'undoOffers' | 'undo'> => {
  const asked = async (reason: string = TAKEN_BACK) => {
    const [open, { createUndo }, known, { jobs }] = await Promise.all([
      opened,
      import('../undo/index.ts'),
      commands(),
      followers(),
    ]);
    const undo = createUndo({ ...open, application: { ...application, ...known, jobs }, accept });
    return { ...undo, open, by: { actor: await open.session.actor(), reason } };
  };
  return {
    undoOffers: async (names) => {
      const { offers, by } = await asked();
      return offers(names, by);
    },
    undo: async (what, reason) => {
      const fault = locked();
      if (fault !== undefined)
        return [{ commandId: '', receipt: { status: 'in-doubt', commandId: '', reason: fault } }];
      const { undo, open, by } = await asked(reason);
      const undone = await undo(what, by);
      // A refusal that the inverse itself gave never came to the pipeline: it is recorded like any other.
      for (const { commandId, receipt } of undone)
        if (receipt.status === 'rejected')
          await open.pipeline.note(
            { commandId: receipt.commandId, type: 'Undo', payload: { commandId } },
            by.actor,
            rejected(
              receipt.commandId,
              receipt.rejection.code,
              receipt.rejection.message,
              receipt.rejection.values,
            ),
          );
      return undone;
    },
  };
};
