import type { Outcome, Receipt } from '../../kernel/index.ts';
import type { EventLog, FoundCommit, StoredCommand } from '../ports.ts';
import type { Sealing } from '../sealing/sealing.ts';
import { duplicate, rejected } from './stages.ts';

/** How a command id ended, and the command that it was, as it is kept. */
export interface Known {
  readonly outcome: Outcome;
  readonly command: StoredCommand;
}

/** The receipt that a commit in the log was answered with. */
export const outcomeOf = ({ commit, position }: FoundCommit): Extract<Outcome, { status: 'committed' }> => ({
  status: 'committed',
  commandId: commit.commandId,
  position: position + commit.events.length - 1,
  streams: Object.fromEntries(commit.events.map((event) => [event.stream, event.version])),
});

/** Its old receipt for the same command again; a refusal when the id comes back with another command. */
export const answerAgain = async (
  sealing: Sealing,
  commandId: string,
  { outcome, command }: Known,
  now: StoredCommand,
): Promise<Receipt> =>
  (await sealing.isSame(commandId, command, now))
    ? duplicate(commandId, outcome)
    : rejected(commandId, 'command-id-reused', 'This id was used for another command before.', {
        before: command.type,
        now: now.type,
      });

/** How a command id ended, from the log itself; undefined when nothing was ever decided under it. */
export const lookUp = async (
  log: EventLog,
  sealing: Sealing,
  commandId: string,
): Promise<Known | undefined> => {
  const commit = (await log.commits([commandId])).get(commandId);
  if (commit) return { outcome: outcomeOf(commit), command: commit.commit.command };
  const kept = await log.outcome(commandId);
  return kept && sealing.openOutcome(kept);
};

/** The last outcomes at hand: a double click is answered without touching the disk. */
export class RecentOutcomes {
  readonly #limit: number;
  readonly #outcomes = new Map<string, Known>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  get(commandId: string) {
    return this.#outcomes.get(commandId);
  }

  clear(): void {
    this.#outcomes.clear();
  }

  keep(outcome: Outcome, command: StoredCommand): void {
    this.#outcomes.set(outcome.commandId, { outcome, command });
    if (this.#outcomes.size <= this.#limit) return;
    const [oldest] = this.#outcomes.keys();
    if (oldest !== undefined) this.#outcomes.delete(oldest);
  }
}
