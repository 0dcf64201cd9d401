import { byName, type Actor, type Application, type Outcome, type Receipt } from '../../kernel/index.ts';
import type { WritableFeed } from '../log/feed.ts';
import { headAfter } from '../log/records.ts';
import { MAX_COMMITS, StoreFailure } from '../ports.ts';
import type { Dispatched, Durability, Head, LogRecord } from '../ports.ts';
import { Branch, type Streams } from './4-load.ts';
import { decide } from './5-decide.ts';
import { append, tailOf } from './6-append.ts';
import { Receipts, type Queued, type ReceiptPorts } from './7-receipt.ts';
import { admit } from './admit.ts';
import { decideRound, type Round } from './round.ts';

export interface PipelinePorts extends ReceiptPorts {
  readonly feed: WritableFeed;
  readonly streams: Streams;
  /** A record of this worker's own is in the log, up to this position: other tabs want to know. */
  readonly onWritten: (head: number) => void;
}

/**
 * The way of a command: parse → authorize → deduplicate → load → decide → (seal →) append → receipt (→ project → react,
 * which follow the feed). Commands that arrive while a transaction runs are decided together and written in the next one.
 * Only the pump moves the head.
 */
export class Pipeline {
  readonly #application: Application;
  readonly #ports: PipelinePorts;
  readonly #commands;
  readonly #receipts: Receipts;
  readonly #underWay = new Map<string, Promise<Receipt>>();
  #queue: Queued[] = [];
  #head: Head;
  #behind = false;
  #pump: Promise<void> | undefined;

  constructor(application: Application, ports: PipelinePorts, head: Head) {
    this.#application = application;
    this.#ports = ports;
    this.#commands = byName(application.commands, (command) => command.type);
    this.#receipts = new Receipts(ports);
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
  lookUp(commandId: string): Promise<Outcome | undefined> {
    return this.#receipts.outcome(commandId);
  }

  /** The receipt that a command would get on this branch; nothing is written. @throws StoreFailure */
  async rehearse(dispatched: Dispatched, actor: Actor, branch: Branch): Promise<Receipt> {
    const admitted = this.#admit(dispatched, actor, 'relaxed');
    if (!admitted.ok) return admitted.error;
    const earlier = await this.#receipts.earlier(admitted.value);
    if (earlier) return earlier;
    const decision = await decide(admitted.value, branch);
    return decision.ok ? this.#nothingWritten(dispatched.commandId) : decision.error;
  }

  /** Records a refusal that was given elsewhere than on this way: of a question, of a sign-in. */
  note(dispatched: Dispatched, actor: Actor, outcome: Outcome): Promise<void> {
    return this.#receipts.keep([{ command: dispatched, actor, outcome }]);
  }

  /** Another tab wrote, or might have: takes over what is new. */
  refresh(): Promise<void> {
    this.#behind = true;
    return this.#start();
  }

  /** Lets go of all that was opened of these persons. */
  forget(subjects: readonly string[]): void {
    this.#ports.sealing.forget(subjects);
    this.#ports.streams.clear();
    this.#receipts.clear();
  }

  #admit(dispatched: Dispatched, actor: Actor, durability: Durability) {
    const now = this.#ports.clock.now();
    return admit(this.#application, this.#commands, dispatched, { actor, durability, now });
  }

  async #enter(dispatched: Dispatched, actor: Actor, durability: Durability): Promise<Receipt> {
    const admitted = this.#admit(dispatched, actor, durability);
    if (!admitted.ok) {
      await this.#receipts.keep([{ command: dispatched, actor, outcome: admitted.error }]);
      return admitted.error;
    }
    const recent = this.#receipts.recent(admitted.value);
    if (recent) return recent;
    return new Promise((answer) => {
      this.#queue.push({ admitted: admitted.value, answer });
      void this.#start();
    });
  }

  #start(): Promise<void> {
    this.#pump ??= this.#run();
    return this.#pump;
  }

  async #run(): Promise<void> {
    // Whatever is dispatched in the same turn shares the first transaction.
    await Promise.resolve();
    this.#ports.feed.setBusy(true);
    try {
      while (this.#behind || this.#queue.length > 0) await this.#turn();
    } finally {
      // In the very turn in which the queue was seen empty: what is queued after that starts another pump.
      this.#pump = undefined;
      this.#ports.feed.setBusy(false);
    }
  }

  async #turn(): Promise<void> {
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

  async #catchUp(): Promise<void> {
    let tail = await tailOf(this.#ports.log, this.#head);
    while (tail.length > 0) {
      await this.#follow(tail);
      tail = await tailOf(this.#ports.log, this.#head);
    }
    this.#behind = false;
  }

  async #follow(records: readonly LogRecord[]): Promise<void> {
    for (const record of records) {
      await this.#ports.streams.apply(record);
      this.#advance(record);
    }
  }

  #advance(record: LogRecord): void {
    this.#head = headAfter(record);
    this.#ports.feed.push(record);
    const forgotten = this.#ports.sealing.forgottenBy([record]);
    if (forgotten.length > 0) this.forget(forgotten);
  }

  async #round(batch: readonly Queued[]): Promise<void> {
    const branch = new Branch(this.#ports.streams, true);
    const round = await decideRound(batch, branch);
    this.#queue.unshift(...round.left);
    const decided = batch.slice(0, batch.length - round.left.length);
    if (round.commits.length === 0) return this.#answerWithoutWriting(decided, round);

    const strict = round.commits.some(({ queued }) => queued.admitted.durability === 'strict');
    const commits = await this.#ports.sealing.commits(round.commits.map(({ loose }) => loose));
    const appended = await append(this.#ports.log, this.#head, commits, strict ? 'strict' : 'relaxed');
    switch (appended.status) {
      case 'written':
        branch.land(headAfter(appended.record).position);
        this.#receipts.committed(round, appended.record);
        this.#advance(appended.record);
        this.#ports.onWritten(this.#head.position);
        return this.#answerRest(round);
      case 'head-moved':
        await this.#follow(appended.tail);
        this.#queue.unshift(...decided);
        return;
      case 'decided-before':
        return this.#answerAgain(decided, appended.commandIds);
      case 'begun-before':
        await this.#ports.streams.fetch(appended.streams);
        this.#queue.unshift(...decided);
        return;
    }
  }

  async #answerAgain(decided: readonly Queued[], known: ReadonlySet<string>): Promise<void> {
    for (const queued of decided) {
      const earlier = known.has(queued.admitted.commandId)
        ? await this.#receipts.earlier(queued.admitted)
        : undefined;
      if (earlier) queued.answer(earlier);
    }
    this.#queue.unshift(...decided.filter(({ admitted }) => !known.has(admitted.commandId)));
  }

  /** No append has proved that the head still stands, so a refusal could rest on an old state: look first. */
  async #answerWithoutWriting(decided: readonly Queued[], round: Round<Queued>): Promise<void> {
    const tail = await tailOf(this.#ports.log, this.#head);
    if (tail.length === 0) return this.#answerRest(round);
    await this.#follow(tail);
    this.#queue.unshift(...decided);
  }

  #answerRest({ refused, unchanged }: Round<Queued>): Promise<void> {
    return this.#receipts.withoutEvents([
      ...refused,
      ...unchanged.map((queued) => ({
        queued,
        outcome: this.#nothingWritten(queued.admitted.commandId),
      })),
    ]);
  }

  #nothingWritten(commandId: string): Extract<Outcome, { status: 'committed' }> {
    return { status: 'committed', commandId, position: this.#head.position, streams: {} };
  }
}
