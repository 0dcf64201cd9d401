import { byName, type Actor, type Application, type Outcome, type Receipt } from '../../kernel/index.ts';
import type { WritableFeed } from '../log/feed.ts';
import { headAfter } from '../log/records.ts';
import {
  MAX_COMMITS,
  StoreFailure,
  type Clock,
  type Dispatched,
  type Durability,
  type EventLog,
  type Head,
  type LogRecord,
} from '../ports.ts';
import { answerAgain, lookUp, outcomeOf, RecentOutcomes } from './3-deduplicate.ts';
import { Branch, type Streams } from './4-load.ts';
import { decide } from './5-decide.ts';
import { append, tailOf } from './6-append.ts';
import { admit } from './admit.ts';
import { decideRound, type Round } from './round.ts';
import type { Admitted } from './stages.ts';

const RECENT_OUTCOMES = 2_000;

interface Queued {
  readonly admitted: Admitted;
  answer(receipt: Receipt): void;
}

export interface PipelinePorts {
  readonly log: EventLog;
  readonly feed: WritableFeed;
  readonly streams: Streams;
  readonly clock: Clock;
  onFailure(failure: StoreFailure): void;
}

/**
 * The way of a command: parse → authorize → deduplicate → load → decide → append → receipt (→ project → react, which
 * follow the feed). Commands that arrive while a transaction runs are decided together and written in the next one.
 * Only the pump moves the head.
 */
export class Pipeline {
  readonly #application: Application;
  readonly #ports: PipelinePorts;
  readonly #commands;
  readonly #recent = new RecentOutcomes(RECENT_OUTCOMES);
  readonly #underWay = new Map<string, Promise<Receipt>>();
  #queue: Queued[] = [];
  #head: Head;
  #behind = false;
  #pump: Promise<void> | undefined;

  constructor(application: Application, ports: PipelinePorts, head: Head) {
    this.#application = application;
    this.#ports = ports;
    this.#commands = byName(application.commands, (command) => command.type);
    this.#head = head;
  }

  /** Sends one command on its way. Never fails: what went wrong is in the receipt. */
  dispatch(dispatched: Dispatched, actor: Actor, durability: Durability): Promise<Receipt> {
    const { commandId } = dispatched;
    const before = this.#underWay.get(commandId);
    if (before) return before.then(() => this.dispatch(dispatched, actor, durability));
    const receipt = this.#enter(dispatched, actor, durability).finally(() => {
      this.#underWay.delete(commandId);
    });
    this.#underWay.set(commandId, receipt);
    return receipt;
  }

  /** How a command id ended; undefined when nothing was ever decided under it. @throws StoreFailure */
  async lookUp(commandId: string): Promise<Outcome | undefined> {
    return (this.#recent.get(commandId) ?? (await lookUp(this.#ports.log, commandId)))?.outcome;
  }

  /** The receipt that a command would get on this branch; nothing is written. @throws StoreFailure */
  async rehearse(dispatched: Dispatched, actor: Actor, branch: Branch): Promise<Receipt> {
    const admitted = this.#admit(dispatched, actor, 'relaxed');
    if (!admitted.ok) return admitted.error;
    const known = await lookUp(this.#ports.log, dispatched.commandId);
    if (known) return answerAgain(dispatched.commandId, known.outcome, known.command, admitted.value.command);
    const decision = await decide(admitted.value, branch);
    return decision.ok ? this.#nothingWritten(dispatched.commandId) : decision.error;
  }

  /** Another tab wrote, or might have: takes over what is new. */
  refresh(): Promise<void> {
    this.#behind = true;
    return this.#start();
  }

  #admit(dispatched: Dispatched, actor: Actor, durability: Durability) {
    const now = this.#ports.clock.now();
    return admit(this.#application, this.#commands, dispatched, { actor, durability, now });
  }

  async #enter(dispatched: Dispatched, actor: Actor, durability: Durability): Promise<Receipt> {
    const admitted = this.#admit(dispatched, actor, durability);
    if (!admitted.ok) {
      await this.#keep([{ dispatched, actor, outcome: admitted.error }]);
      return admitted.error;
    }
    const known = this.#recent.get(dispatched.commandId);
    if (known) return answerAgain(dispatched.commandId, known.outcome, known.command, admitted.value.command);
    return new Promise((answer) => {
      this.#queue.push({ admitted: admitted.value, answer });
      void this.#start();
    });
  }

  #start(): Promise<void> {
    this.#pump ??= this.#run().finally(() => {
      this.#pump = undefined;
    });
    return this.#pump;
  }

  async #run(): Promise<void> {
    // Whatever is dispatched in the same turn shares the first transaction.
    await Promise.resolve();
    while (this.#behind || this.#queue.length > 0) {
      const batch = this.#queue.splice(0, MAX_COMMITS);
      try {
        if (this.#behind) await this.#catchUp();
        if (batch.length > 0) await this.#round(batch);
      } catch (error) {
        if (!(error instanceof StoreFailure)) throw error;
        // Whether it was written is unknown (promises.md, fact 5): only the same command id, looked up, tells.
        for (const { admitted, answer } of batch)
          answer({ status: 'in-doubt', commandId: admitted.commandId, reason: error.fault });
        this.#behind = this.#queue.length > 0;
        this.#ports.onFailure(error);
      }
    }
  }

  async #catchUp(): Promise<void> {
    for (let tail = await tailOf(this.#ports.log, this.#head); tail.length > 0;) {
      this.#follow(tail);
      tail = await tailOf(this.#ports.log, this.#head);
    }
    this.#behind = false;
  }

  #follow(records: readonly LogRecord[]): void {
    for (const record of records) {
      this.#ports.streams.apply(record);
      this.#head = headAfter(record);
      this.#ports.feed.push(record);
    }
  }

  async #round(batch: readonly Queued[]): Promise<void> {
    const branch = new Branch(this.#ports.streams);
    const round = await decideRound(batch, branch);
    this.#queue.unshift(...round.left);
    const decided = batch.slice(0, batch.length - round.left.length);
    if (round.commits.length === 0) return this.#answerWithoutWriting(decided, round);

    const strict = round.commits.some(({ queued }) => queued.admitted.durability === 'strict');
    const commits = round.commits.map(({ loose }) => loose);
    const appended = await append(this.#ports.log, this.#head, commits, strict ? 'strict' : 'relaxed');
    switch (appended.status) {
      case 'written':
        branch.land();
        this.#follow([appended.record]);
        this.#answerCommitted(round, appended.record);
        return this.#answerRest(round);
      case 'head-moved':
        this.#follow(appended.tail);
        this.#queue.unshift(...decided);
        return;
      case 'decided-before': {
        const again = decided.filter(({ admitted }) => appended.commandIds.has(admitted.commandId));
        this.#queue.unshift(...decided.filter((queued) => !again.includes(queued)));
        for (const queued of again) await this.#answerFromLog(queued);
      }
    }
  }

  /** No append has proved that the head still stands, so a refusal could rest on an old state: look first. */
  async #answerWithoutWriting(decided: readonly Queued[], round: Round<Queued>): Promise<void> {
    const tail = await tailOf(this.#ports.log, this.#head);
    if (tail.length === 0) return this.#answerRest(round);
    this.#follow(tail);
    this.#queue.unshift(...decided);
  }

  #answerCommitted(round: Round<Queued>, record: LogRecord): void {
    let position = record.position;
    for (const [n, { queued }] of round.commits.entries()) {
      const commit = record.commits[n];
      if (!commit) continue;
      const outcome = outcomeOf({ commit, position });
      position += commit.events.length;
      this.#recent.keep(outcome, queued.admitted.command);
      queued.answer(outcome);
    }
  }

  /** Refusals and commands with nothing to do; one that was decided before gets its old receipt instead. */
  async #answerRest(round: Round<Queued>): Promise<void> {
    const unchanged = round.unchanged.map((queued) => ({
      queued,
      outcome: this.#nothingWritten(queued.admitted.commandId),
    }));
    const fresh: { queued: Queued; outcome: Outcome }[] = [];
    for (const each of [...round.refused, ...unchanged])
      if (!(await this.#answerFromLog(each.queued))) fresh.push(each);
    await this.#keep(
      fresh.map(({ queued: { admitted }, outcome }) => ({
        dispatched: { ...admitted.command, commandId: admitted.commandId },
        actor: admitted.actor,
        outcome,
      })),
    );
    for (const { queued, outcome } of fresh) {
      this.#recent.keep(outcome, queued.admitted.command);
      queued.answer(outcome);
    }
  }

  async #answerFromLog({ admitted, answer }: Queued): Promise<boolean> {
    const known = await lookUp(this.#ports.log, admitted.commandId);
    if (known) answer(answerAgain(admitted.commandId, known.outcome, known.command, admitted.command));
    return known !== undefined;
  }

  #nothingWritten(commandId: string): Extract<Outcome, { status: 'committed' }> {
    return { status: 'committed', commandId, position: this.#head.position, streams: {} };
  }

  /** Records outcomes that have no event. One that cannot be recorded is answered all the same. */
  async #keep(ended: readonly { dispatched: Dispatched; actor: Actor; outcome: Outcome }[]): Promise<void> {
    if (ended.length === 0) return;
    const recordedAt = this.#ports.clock.now();
    try {
      await this.#ports.log.keepOutcomes(
        ended.map(({ dispatched: { commandId, type, payload }, actor, outcome }) => ({
          commandId,
          outcome,
          command: { type, payload: payload as never },
          actor: actor.id,
          recordedAt,
        })),
      );
    } catch (error) {
      if (error instanceof StoreFailure) this.#ports.onFailure(error);
      else throw error;
    }
  }
}
