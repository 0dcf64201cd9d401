import { canonicalJson, type Json, type Outcome, type Receipt } from '../../kernel/index.ts';
import type { EventLog, FoundCommit } from '../ports.ts';
import { duplicate, rejected } from './stages.ts';

type Command = { readonly type: string; readonly payload: Json };

/** The receipt that a commit in the log was answered with. */
export const outcomeOf = ({ commit, position }: FoundCommit): Extract<Outcome, { status: 'committed' }> => ({
  status: 'committed',
  commandId: commit.commandId,
  position: position + commit.events.length - 1,
  streams: Object.fromEntries(commit.events.map((event) => [event.stream, event.version])),
});

/** Its old receipt for the same command again; a refusal when the id comes back with another command. */
export const answerAgain = (commandId: string, original: Outcome, then: Command, now: Command): Receipt =>
  canonicalJson(then) === canonicalJson(now)
    ? duplicate(commandId, original)
    : rejected(commandId, 'command-id-reused', 'This id was used for another command before.', {
        before: then.type,
        now: now.type,
      });

/** How a command id ended, from the log itself; undefined when nothing was ever decided under it. */
export const lookUp = async (
  log: EventLog,
  commandId: string,
): Promise<{ outcome: Outcome; command: Command } | undefined> => {
  const commit = (await log.commits([commandId])).get(commandId);
  if (commit) return { outcome: outcomeOf(commit), command: commit.commit.command };
  return log.outcome(commandId);
};

/** The last outcomes at hand: a double click is answered without touching the disk. */
export class RecentOutcomes {
  readonly #limit: number;
  readonly #outcomes = new Map<string, { outcome: Outcome; command: Command }>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  get(commandId: string) {
    return this.#outcomes.get(commandId);
  }

  keep(outcome: Outcome, command: Command): void {
    this.#outcomes.set(outcome.commandId, { outcome, command });
    if (this.#outcomes.size <= this.#limit) return;
    const [oldest] = this.#outcomes.keys();
    if (oldest !== undefined) this.#outcomes.delete(oldest);
  }
}
