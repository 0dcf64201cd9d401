import type { Outcome } from '../../kernel/index.ts';
import type { LooseCommit } from '../log/records.ts';
import { MAX_EVENTS, StoreFailure } from '../ports.ts';
import type { Branch } from './4-load.ts';
import { decide } from './5-decide.ts';
import { rejected, type Admitted } from './stages.ts';

/** A batch decided on one branch: what to write, and who is answered without an event. */
export interface Round<Queued> {
  readonly commits: readonly { readonly queued: Queued; readonly loose: LooseCommit }[];
  readonly refused: readonly { readonly queued: Queued; readonly outcome: Outcome }[];
  readonly unchanged: readonly Queued[];
  /** Left for the next round: the record is full. */
  readonly left: readonly Queued[];
}

const decideSafely = async (admitted: Admitted, branch: Branch) => {
  try {
    return await decide(admitted, branch);
  } catch (error) {
    if (error instanceof StoreFailure) throw error;
    // A defect in one command's rules must not take the others down with it.
    const problem = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    const { commandId } = admitted;
    const refusal = rejected(commandId, 'internal-error', 'Something in Counterfoil went wrong.', {
      problem,
    });
    return { ok: false as const, error: refusal };
  }
};

/** Decides a batch in order, each on top of those before it. Streams are read together first. @throws StoreFailure */
export const decideRound = async <Queued extends { readonly admitted: Admitted }>(
  batch: readonly Queued[],
  branch: Branch,
): Promise<Round<Queued>> => {
  await Promise.allSettled(
    batch.map(({ admitted }) => admitted.definition.load(admitted.command.payload, branch.prefetch)),
  );
  const commits: { queued: Queued; loose: LooseCommit }[] = [];
  const refused: { queued: Queued; outcome: Outcome }[] = [];
  const unchanged: Queued[] = [];
  let events = 0;
  let taken = 0;
  for (const queued of batch) {
    if (events >= MAX_EVENTS) break;
    taken += 1;
    const decision = await decideSafely(queued.admitted, branch);
    if (!decision.ok) refused.push({ queued, outcome: decision.error });
    else if (!decision.value) unchanged.push(queued);
    else {
      commits.push({ queued, loose: decision.value });
      events += decision.value.commit.events.length;
    }
  }
  return { commits, refused, unchanged, left: batch.slice(taken) };
};
