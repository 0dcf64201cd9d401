import type { Actor, Outcome, Receipt } from '../../kernel/index.ts';
import { StoreFailure, type Clock, type Dispatched, type EventLog, type LogRecord } from '../ports.ts';
import { CommandId } from './1-parse.ts';
import { answerAgain, lookUp, outcomeOf, RecentOutcomes } from './3-deduplicate.ts';
import type { Sealing } from '../sealing/sealing.ts';
import type { Round } from './round.ts';
import type { Admitted } from './stages.ts';

const RECENT_OUTCOMES = 2_000;

/** A command that waits for its receipt. */
export interface Queued {
  readonly admitted: Admitted;
  readonly answer: (receipt: Receipt) => void;
  /** It waits no longer: its round begins. */
  readonly begun: () => void;
}

export interface ReceiptPorts {
  readonly log: EventLog;
  readonly clock: Clock;
  readonly sealing: Sealing;
  readonly onFailure: (failure: StoreFailure) => void;
}

/** For a command of which nobody knows here whether it was written. */
export const doubt = (commandId: string, { fault }: StoreFailure): Receipt => ({
  status: 'in-doubt',
  commandId,
  reason: fault,
});

interface Ended {
  readonly command: Dispatched;
  readonly actor: Actor;
  readonly outcome: Outcome;
}

/**
 * Stage 7, receipt: answers each command once, and remembers how it ended. What was written binds its id for ever. What
 * wrote nothing, refused or with nothing to do, is kept to be seen, and binds only who asks how it ended: by `lookUp`, or
 * by sending it as sent `again`. Otherwise the same id may be decided once more.
 */
export class Receipts {
  readonly #recent = new RecentOutcomes(RECENT_OUTCOMES);
  readonly #log: EventLog;
  readonly #clock: Clock;
  readonly #sealing: Sealing;
  readonly #onFailure: (failure: StoreFailure) => void;

  constructor({ log, clock, sealing, onFailure }: ReceiptPorts) {
    this.#log = log;
    this.#clock = clock;
    this.#sealing = sealing;
    this.#onFailure = onFailure;
  }

  /** The old receipt of a command that was decided a short while ago. */
  recent({ commandId, command }: Admitted): Promise<Receipt> | undefined {
    const known = this.#recent.get(commandId);
    return known && answerAgain(this.#sealing, commandId, known, command);
  }

  /** Whether a command was committed a short while ago. */
  isCommitted(commandId: string): boolean {
    return this.#recent.get(commandId)?.outcome.status === 'committed';
  }

  /** Lets go of the commands at hand: some of them name a person who was forgotten. */
  clear(): void {
    this.#recent.clear();
  }

  /** The old receipt of a command that was ever committed. @throws StoreFailure */
  async earlier({ commandId, command }: Admitted): Promise<Receipt | undefined> {
    const known = await lookUp(this.#log, this.#sealing, commandId);
    if (known?.outcome.status !== 'committed') return undefined;
    return answerAgain(this.#sealing, commandId, known, command);
  }

  /** How a command id ended; undefined when nothing was ever decided under it. @throws StoreFailure */
  async outcome(commandId: string): Promise<Outcome | undefined> {
    return (this.#recent.get(commandId) ?? (await lookUp(this.#log, this.#sealing, commandId)))?.outcome;
  }

  /** For the commands of a round whose events now stand in the record. */
  committed(round: Round<Queued>, record: LogRecord): void {
    let position = record.position;
    for (const [n, commit] of record.commits.entries()) {
      const outcome = outcomeOf({ commit, position });
      position += commit.events.length;
      const queued = round.commits[n]?.queued;
      if (!queued) continue;
      const receiving = queued.admitted.trace.begin('receipt');
      this.#recent.keep(outcome, queued.admitted.command);
      receiving();
      queued.answer(outcome);
    }
  }

  /** Gives those their old receipts whose ids are known, and gives back the others. @throws StoreFailure */
  async answerKnown(decided: readonly Queued[], known: ReadonlySet<string>): Promise<readonly Queued[]> {
    for (const queued of decided) {
      const earlier = known.has(queued.admitted.commandId) ? await this.earlier(queued.admitted) : undefined;
      if (earlier) queued.answer(earlier);
    }
    return decided.filter(({ admitted }) => !known.has(admitted.commandId));
  }

  /** For commands that ended without an event; one that was decided before gets its old receipt. @throws StoreFailure */
  async withoutEvents(
    ended: readonly { readonly queued: Queued; readonly outcome: Outcome }[],
  ): Promise<void> {
    const receiving = ended.map((each) => ({ ...each, done: each.queued.admitted.trace.begin('receipt') }));
    const fresh = [];
    for (const each of receiving) {
      const earlier = await this.earlier(each.queued.admitted);
      if (!earlier) fresh.push(each);
      else {
        each.done();
        each.queued.answer(earlier);
      }
    }
    await this.keep(
      fresh.map(({ queued: { admitted }, outcome }) => ({
        command: { ...admitted.command, commandId: admitted.commandId },
        actor: admitted.actor,
        outcome,
      })),
    );
    for (const { queued, outcome, done } of fresh) {
      if (outcome.status === 'committed') this.#recent.keep(outcome, queued.admitted.command);
      done();
      queued.answer(outcome);
    }
  }

  /** Records outcomes that have no event. One that cannot be recorded is answered all the same: it may have no id at all. */
  async keep(ended: readonly Ended[]): Promise<void> {
    const named = ended.filter(({ command }) => CommandId.safeParse(command.commandId).success);
    if (named.length === 0) return;
    const recordedAt = this.#clock.now();
    try {
      const outcomes = named.map(({ command: { commandId, type, payload }, actor, outcome }) => ({
        commandId,
        outcome,
        command: { type, payload: payload as never },
        actor: actor.id,
        recordedAt,
      }));
      await this.#log.keepOutcomes(await this.#sealing.outcomes(outcomes));
    } catch (error) {
      if (!(error instanceof StoreFailure)) throw error;
      this.#onFailure(error);
    }
  }
}
