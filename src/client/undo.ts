import type { Receipt } from '../kernel/index.ts';
import type { DeedName, UndoOffer, Undone } from '../engine/undo/index.ts';
import type { Link } from './link.ts';

const ASK_MS = 10_000;
/** Taking back all of one correlation goes through the log, and a thousand orders take their time. */
const WHOLE_MS = 120_000;

/** Taking back what was done: whether it still can be, and doing it. The engine knows how; see `Inverse`. */
export const createUndoOf = (link: Link, settled: (receipt: Receipt) => Receipt) => ({
  /** In the order of the deeds. @throws NoAnswerError */
  undoOffers: (deeds: readonly DeedName[]): Promise<readonly UndoOffer[]> =>
    link.call((engine) => engine.undoOffers(deeds), ASK_MS),
  /**
   * Takes commands back, the last first, or all that people did under one correlation. Doing it twice does it once.
   * `reason`: in the person's own language, for commands that keep one. @throws NoAnswerError: ask again
   */
  undo: async (
    what: readonly DeedName[] | { readonly correlationId: string },
    reason?: string,
  ): Promise<readonly Undone[]> => {
    const undone = await link.call((engine) => engine.undo(what, reason), WHOLE_MS);
    for (const { receipt } of undone) settled(receipt);
    return undone;
  },
});
