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
  const decided = admitted.trace.begin('decide');
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
  } finally {
    decided();
  }
};

/** Brings to hand what a command will read; what goes wrong shows when it is decided. */
const loadAhead = async ({ definition, command, trace }: Admitted, branch: Branch): Promise<void> => {
  const loaded = trace.begin('load');
  try {
    await definition.load(command.payload, branch.prefetch);
  } catch {
    // It is read again in its turn.
  } finally {
    loaded();
  }
};

const withoutFirst = (commandId: string) =>
  ({
    ok: false,
    error: rejected(commandId, 'changed-meanwhile', 'What had to come before this did not.'),
  }) as const;

/**
 * Decides a batch in order, each on top of those before it. Streams are read together first. `isCommitted`: whether an
 * earlier round committed a command. @throws StoreFailure
 */
export const decideRound = async <Queued extends { readonly admitted: Admitted }>(
  batch: readonly Queued[],
  branch: Branch,
  isCommitted: (commandId: string) => boolean,
): Promise<Round<Queued>> => {
  await Promise.all(batch.map(({ admitted }) => loadAhead(admitted, branch)));
  const commits: { queued: Queued; loose: LooseCommit }[] = [];
  const refused: { queued: Queued; outcome: Outcome }[] = [];
  const unchanged: Queued[] = [];
  let events = 0;
  let taken = 0;
  for (const queued of batch) {
    if (events >= MAX_EVENTS) break;
    taken += 1;
    const { commandId, after } = queued.admitted;
    const stands =
      after === undefined ||
      commits.some(({ loose }) => loose.commit.commandId === after) ||
      isCommitted(after);
    const decision = stands ? await decideSafely(queued.admitted, branch) : withoutFirst(commandId);
    if (!decision.ok) refused.push({ queued, outcome: decision.error });
    else if (!decision.value) unchanged.push(queued);
    else {
      commits.push({ queued, loose: decision.value });
      events += decision.value.commit.events.length;
    }
  }
  return { commits, refused, unchanged, left: batch.slice(taken) };
};
