import type { Outcome } from '../../kernel/index.ts';
import type { WritableFeed } from '../log/feed.ts';
import { headAfter, recordOf } from '../log/records.ts';
import { MAX_COMMITS, type EventLog, type Head, type LogRecord, type StoreFailure } from '../ports.ts';
import type { Sealing } from '../sealing/sealing.ts';
import { together } from '../telemetry/port.ts';
import { Branch, type Streams } from './4-load.ts';
import { append, tailOf } from './6-append.ts';
import { doubt, type Queued, type Receipts } from './7-receipt.ts';
import { decideRound, type Round } from './round.ts';

export interface PumpPorts {
  readonly log: EventLog;
  readonly feed: WritableFeed;
  readonly streams: Streams;
  readonly sealing: Sealing;
  readonly receipts: Receipts;
  /** A record of this worker's own is in the log, up to this position: other tabs want to know. */
  readonly onWritten: (head: number) => void;
  readonly onForgotten: (subjects: readonly string[]) => void;
  /** What is no failure of the store is a defect of ours, and nobody may wait for ever because of it. */
  readonly failed: (error: unknown) => StoreFailure;
}

/** A round that is decided and sealed: true once its record stands in the log. */
interface Prepared {
  readonly batch: readonly Queued[];
  readonly round: Round<Queued>;
  readonly branch: Branch;
  /** Undefined when there is nothing to write. */
  readonly record: LogRecord | undefined;
}

export const nothingWritten = (
  commandId: string,
  { position }: Head,
): Extract<Outcome, { status: 'committed' }> => ({
  status: 'committed',
  commandId,
  position,
  streams: {},
});

/**
 * Stages 4 to 7 for the commands that wait: those that arrive while a transaction runs are decided together and written
 * in the next one; where more wait than one record takes, the next is decided meanwhile. It alone moves the head.
 */
export class Pump {
  readonly #ports: PumpPorts;
  #queue: Queued[] = [];
  #head: Head;
  #behind = false;
  #running: Promise<void> | undefined;

  constructor(ports: PumpPorts, head: Head) {
    this.#ports = ports;
    this.#head = head;
  }

  get head(): Head {
    return this.#head;
  }

  /** How many commands wait to be decided. */
  get waiting(): number {
    return this.#queue.length;
  }

  push(queued: Queued): void {
    this.#queue.push(queued);
    void this.#start();
  }

  /** Another tab wrote, or might have: takes over what is new. */
  refresh(): Promise<void> {
    this.#behind = true;
    return this.#start();
  }

  #start(): Promise<void> {
    return (this.#running ??= this.#run());
  }

  async #run(): Promise<void> {
    // Whatever is dispatched in the same turn shares the first transaction.
    await Promise.resolve();
    this.#ports.feed.setBusy(true);
    try {
      while (this.#behind || this.#queue.length > 0) await this.#rounds();
    } finally {
      // In the very turn in which the queue was seen empty: what is queued after that starts another pump.
      this.#running = undefined;
      this.#ports.feed.setBusy(false);
    }
  }

  /** Rounds for as long as commands wait: the next is decided, upon the one before, while that one is written. */
  async #rounds(): Promise<void> {
    let prepared = await this.#prepare();
    while (prepared) {
      const written = this.#write(prepared);
      const next = this.#queue.length > 0 ? await this.#prepare(prepared) : undefined;
      const again = await written;
      // What was decided upon something that does not stand is decided again.
      if (again) this.#queue.unshift(...again, ...(next?.batch ?? []));
      prepared = again ? undefined : next;
    }
  }

  /** Decides those who wait, upon the head or a round that is under way there; nothing when nobody can be answered. */
  async #prepare(upon?: Prepared): Promise<Prepared | undefined> {
    let batch: readonly Queued[] = this.#queue.splice(0, MAX_COMMITS);
    for (const { begun } of batch) begun();
    try {
      if (this.#behind && !upon) await this.#catchUp();
      if (batch.length === 0) return undefined;
      const { streams, sealing } = this.#ports;
      const branch = new Branch(streams, { assumes: true, upon: upon?.record && upon.branch });
      const stands = (id: string) =>
        this.#ports.receipts.isCommitted(id) || (upon?.record?.commandIds.includes(id) ?? false);
      const round = await decideRound(batch, branch, stands);
      this.#queue.unshift(...round.left);
      batch = batch.slice(0, batch.length - round.left.length);
      const commits = await sealing.commits(round.commits.map(({ loose }) => loose));
      const head = upon?.record ? headAfter(upon.record) : this.#head;
      return { batch, round, branch, record: commits.length > 0 ? recordOf(head, commits) : undefined };
    } catch (error) {
      this.#leaveInDoubt(batch, error);
      return undefined;
    }
  }

  #leaveInDoubt(batch: readonly Queued[], error: unknown): void {
    const failure = this.#ports.failed(error);
    // Whether it was written is unknown (promises.md, fact 5): only the same command id, looked up, tells.
    for (const { admitted, answer } of batch) answer(doubt(admitted.commandId, failure));
    this.#behind ||= this.#queue.length > 0;
  }

  async #catchUp(): Promise<void> {
    // Before it looks: of what is written while it does, it is told.
    this.#behind = false;
    let tail = await tailOf(this.#ports.log, this.#head);
    while (tail.length > 0) {
      await this.#follow(tail);
      tail = await tailOf(this.#ports.log, this.#head);
    }
  }

  async #follow(records: readonly LogRecord[]): Promise<void> {
    for (const record of records) {
      await this.#ports.streams.apply(record);
      this.#advance(record);
    }
  }

  /** True when somebody is forgotten with it: what was decided before knows too much. */
  #advance(record: LogRecord): boolean {
    this.#head = headAfter(record);
    this.#ports.feed.push(record);
    const forgotten = this.#ports.sealing.forgottenBy([record]);
    if (forgotten.length > 0) this.#ports.onForgotten(forgotten);
    return forgotten.length > 0;
  }

  /** Writes a round and answers it; gives those who are to be decided again when nothing may build upon it. */
  async #write({ batch, round, branch, record }: Prepared): Promise<readonly Queued[] | undefined> {
    try {
      if (!record) return await this.#answerWithoutWriting(batch, round);
      const strict = round.commits.some(({ queued }) => queued.admitted.durability === 'strict');
      const traces = round.commits.map(({ queued }) => queued.admitted.trace);
      const appended = await together(traces, 'append', () =>
        append(this.#ports.log, this.#head, record, strict ? 'strict' : 'relaxed'),
      );
      switch (appended.status) {
        case 'written': {
          branch.land(headAfter(record).position);
          this.#ports.receipts.committed(round, record);
          const forgot = this.#advance(record);
          this.#ports.onWritten(this.#head.position);
          await this.#answerRest(round);
          return forgot ? [] : undefined;
        }
        case 'head-moved':
          await this.#follow(appended.tail);
          return batch;
        case 'decided-before':
          return await this.#ports.receipts.answerKnown(batch, appended.commandIds);
        case 'begun-before':
          await this.#ports.streams.fetch(appended.streams);
          return batch;
      }
    } catch (error) {
      this.#leaveInDoubt(batch, error);
      return [];
    }
  }

  /** No append has proved that the head still stands, so a refusal could rest on an old state: look first. */
  async #answerWithoutWriting(
    batch: readonly Queued[],
    round: Round<Queued>,
  ): Promise<readonly Queued[] | undefined> {
    const tail = await tailOf(this.#ports.log, this.#head);
    await this.#follow(tail);
    if (tail.length > 0) return batch;
    await this.#answerRest(round);
    return undefined;
  }

  #answerRest({ refused, unchanged }: Round<Queued>): Promise<void> {
    return this.#ports.receipts.withoutEvents([
      ...refused,
      ...unchanged.map((queued) => ({
        queued,
        outcome: nothingWritten(queued.admitted.commandId, this.#head),
      })),
    ]);
  }
}
