import type { Actor, Outcome, Receipt, Trade } from '../../kernel/index.ts';
import type { WritableFeed } from '../log/feed.ts';
import { storeFailure } from '../log/idb.ts';
import { plainCommand } from '../plain.ts';
import type { Dispatched, Durability, Head, StoreFailure } from '../ports.ts';
import { NO_TRACE, type Measuring, type Trace } from '../telemetry/port.ts';
import type { Branch, Streams } from './4-load.ts';
import { decide } from './5-decide.ts';
import { doubt, Receipts, type ReceiptPorts } from './7-receipt.ts';
import { createAdmission, type AdmissionPorts } from './admit.ts';
import { nothingWritten, Pump } from './pump.ts';
import type { Tried } from './stages.ts';

export interface PipelinePorts extends ReceiptPorts, AdmissionPorts {
  readonly feed: WritableFeed;
  readonly streams: Streams;
  /** A record of this worker's own is in the log, up to this position: other tabs want to know. */
  readonly onWritten: (head: number) => void;
  readonly measuring: Measuring;
}

/**
 * The way of a command: parse → authorize → deduplicate → load → decide → (seal →) append → receipt (→ project → react,
 * which follow the feed). Up to here each command goes by itself; from `load` on the pump takes many together.
 */
export class Pipeline {
  readonly #ports: PipelinePorts;
  readonly #admit: ReturnType<typeof createAdmission>;
  readonly #receipts: Receipts;
  readonly #underWay = new Map<string, Promise<Receipt>>();
  readonly #pump: Pump;

  constructor(application: Pick<Trade, 'permits'>, ports: PipelinePorts, head: Head) {
    this.#ports = ports;
    this.#admit = createAdmission(application, ports);
    this.#receipts = new Receipts(ports);
    this.#pump = new Pump(
      {
        ...ports,
        receipts: this.#receipts,
        onForgotten: (subjects) => {
          this.forget(subjects);
        },
        failed: (error) => this.#failed(error),
      },
      head,
    );
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

  /** How many commands wait to be decided. */
  get waiting(): number {
    return this.#pump.waiting;
  }

  /** How a command id ended; undefined when nothing was ever decided under it. @throws StoreFailure */
  lookUp(commandId: string): Promise<Outcome | undefined> {
    return this.#receipts.outcome(commandId);
  }

  /** How a command would end on this branch, and the commit; nothing is written. @throws StoreFailure */
  async rehearse(dispatched: Dispatched, actor: Actor, branch: Branch): Promise<Tried> {
    const admitted = await this.#admit(dispatched, actor, 'relaxed', NO_TRACE);
    if (!admitted.ok) return { receipt: admitted.error };
    const earlier = await this.#receipts.earlier(admitted.value);
    if (earlier) return { receipt: earlier };
    const decision = await decide(admitted.value, branch);
    if (!decision.ok) return { receipt: decision.error };
    return { receipt: nothingWritten(dispatched.commandId, this.#pump.head), loose: decision.value };
  }

  /** Records a refusal that was given elsewhere than on this way: of a question, of a sign-in. */
  note(dispatched: Dispatched, actor: Actor, outcome: Outcome): Promise<void> {
    return this.#receipts.keep([{ command: dispatched, actor, outcome }]);
  }

  /** Another tab wrote, or might have: takes over what is new. */
  refresh(): Promise<void> {
    return this.#pump.refresh();
  }

  /** Lets go of all that was opened of these persons. */
  forget(subjects: readonly string[]): void {
    this.#ports.sealing.forget(subjects);
    this.#ports.streams.clear();
    this.#receipts.clear();
  }

  async #enter(dispatched: Dispatched, actor: Actor, durability: Durability): Promise<Receipt> {
    const trace = this.#ports.measuring.now.command(dispatched, actor);
    const receipt = await this.#see(dispatched, actor, durability, trace).catch((error: unknown) =>
      doubt(dispatched.commandId, this.#failed(error)),
    );
    trace.end(receipt);
    return receipt;
  }

  /** What is no failure of the store is a defect of ours, and nobody may wait for ever because of it. */
  #failed(error: unknown): StoreFailure {
    const failure = storeFailure(error);
    this.#ports.onFailure(failure);
    return failure;
  }

  async #see(dispatched: Dispatched, actor: Actor, durability: Durability, trace: Trace): Promise<Receipt> {
    const admitted = await this.#admit(dispatched, actor, durability, trace);
    if (!admitted.ok) {
      const receiving = trace.begin('receipt');
      const command = { ...dispatched, ...plainCommand(dispatched) };
      await this.#receipts.keep([{ command, actor, outcome: admitted.error }]);
      receiving();
      return admitted.error;
    }
    const deduplicating = trace.begin('deduplicate');
    const known = dispatched.again
      ? await this.#receipts.earlier(admitted.value)
      : this.#receipts.recent(admitted.value);
    deduplicating();
    if (known) return known;
    return new Promise((answer) => {
      this.#pump.push({ admitted: admitted.value, answer, begun: trace.begin('wait') });
    });
  }
}
