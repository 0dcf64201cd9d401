import type { Client } from '../../../client/index.ts';
import type { Receipt } from '../../../kernel/index.ts';
import { problemOf } from '../../feedback/receipts.ts';
import { toasts } from '../../parts/toasts.svelte.ts';
import { doubt } from '../../words/errors.ts';
import { m } from '../../words/index.ts';

/** An order that something is to be done with. */
export interface Subject {
  readonly id: string;
  /** As people call it. */
  readonly called: string;
  readonly currency: string;
}

/** A command for one of many orders; or why there is none, in a sentence. */
export type Given =
  | {
      readonly type: string;
      readonly payload: object;
      readonly occurredAt?: string;
      /** Something of it stays for another time. */
      readonly part?: boolean;
    }
  | string;

/** What was not done, and why. */
export interface Undone {
  readonly id: string;
  readonly called: string;
  readonly why: string;
}

export interface ManyDeed {
  readonly give: (orderId: string) => Given | Promise<Given>;
  /** Said when all of it is done; so many of them in part. */
  readonly done: (of: { count: number; part: number }) => string;
  /** Nothing that was done can be taken back. */
  readonly stays?: true;
}

/** So many are asked for at a time: the book is kept busy, and what is waiting can be told. */
const AT_ONCE = 8;

const committed = (receipt: Receipt): string | undefined => {
  const outcome = receipt.status === 'duplicate' ? receipt.original : receipt;
  return outcome.status === 'committed' ? outcome.commandId : undefined;
};

/** One deed on many orders: a command for each, all under one name by which they are taken back together. */
export class Many {
  running = $state(false);
  total = $state(0);
  passed = $state(0);
  /** What could not be done of the last deed, or not be taken back; empty once it was read. */
  problems = $state.raw<readonly Undone[]>([]);
  /** Of what: said above them. */
  heading = $state('');
  readonly #client: Client;
  #afterwards: (() => void) | undefined;

  constructor(client: Client) {
    this.#client = client;
  }

  async do(subjects: readonly Subject[], deed: ManyDeed): Promise<void> {
    if (this.running || subjects.length === 0) return;
    const correlationId = this.#client.newId();
    const problems: Undone[] = [];
    const doers: Record<string, Subject> = {};
    let part = 0;
    [this.running, this.total, this.passed] = [true, subjects.length, 0];
    const waiting = [...subjects];
    const work = async (): Promise<void> => {
      for (let one = waiting.shift(); one; one = waiting.shift()) {
        const result = await this.#one(one, deed, correlationId);
        if ('why' in result) problems.push(result);
        else {
          doers[result.commandId] = one;
          if (result.part) part += 1;
        }
        this.passed += 1;
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    this.running = false;
    this.#say(deed, { problems, part }, doers, correlationId);
  }

  /** The problems were read; only then the way back is offered, which does not wait for long. */
  read(): void {
    this.problems = [];
    this.#afterwards?.();
    this.#afterwards = undefined;
  }

  async #one(
    subject: Subject,
    { give }: ManyDeed,
    correlationId: string,
  ): Promise<Undone | { readonly commandId: string; readonly part: boolean }> {
    const { id, called, currency } = subject;
    try {
      const given = await give(id);
      if (typeof given === 'string') return { id, called, why: given };
      const { type, payload, part = false, ...when } = given;
      const receipt = await this.#client.dispatch(type, payload, { correlationId, ...when });
      const commandId = committed(receipt);
      return commandId === undefined
        ? { id, called, why: problemOf(receipt, currency) ?? doubt('no-answer') }
        : { commandId, part };
    } catch {
      return { id, called, why: doubt('no-answer') };
    }
  }

  #say(
    deed: ManyDeed,
    { problems, part }: { readonly problems: readonly Undone[]; readonly part: number },
    doers: Readonly<Record<string, Subject>>,
    correlationId: string,
  ): void {
    const done = this.total - problems.length;
    const run = (): void => void this.#takeBack(doers, correlationId);
    const action = deed.stays ? undefined : { label: m.undo_action(), run };
    this.heading = m.orders_many_some({ done, total: this.total });
    this.problems = problems;
    this.#afterwards = (): void => {
      if (done > 0) toasts.show(deed.done({ count: done, part }), { action });
    };
    if (problems.length === 0) this.read();
  }

  /** All that was done under this name; what no longer can be is told with why. */
  async #takeBack(doers: Readonly<Record<string, Subject>>, correlationId: string): Promise<void> {
    try {
      const undone = await this.#client.undo({ correlationId }, m.undo_reason());
      const problems = undone.flatMap(({ commandId, receipt }) => {
        const of = doers[commandId];
        const why = problemOf(receipt, of?.currency);
        return why === undefined || !of ? [] : [{ id: of.id, called: of.called, why }];
      });
      const done = undone.length - problems.length;
      if (done > 0) toasts.show(m.orders_many_taken_back({ count: done }));
      this.heading = m.orders_many_some_back({ done, total: undone.length });
      this.problems = problems;
    } catch {
      // It can be asked again: whatever was taken back is not taken back twice.
      toasts.show(doubt('no-answer'), { tone: 'wrong' });
    }
  }
}
