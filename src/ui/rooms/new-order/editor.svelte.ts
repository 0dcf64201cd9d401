import { SvelteMap } from 'svelte/reactivity';
import type { Client } from '../../../client/index.ts';
import type { CurrencyCode } from '../../../domain/pricing/index.ts';
import type { Rejection } from '../../../kernel/index.ts';
import type { OrderPage } from '../../../views/order-details/index.ts';
import { changes, type Change, type Part } from './changes.ts';
import type { OrderForm } from './order-form.ts';
import { problemOf } from './pricing.ts';
import {
  emptyOrder,
  typedFrom,
  withoutOne,
  withProduct,
  type TypedCustomer,
  type TypedLine,
  type TypedNote,
  type TypedOrder,
} from './typed-order.ts';

/** Typing rests this long before it is written. */
const REST_MS = 350;

type Writing = 'rests' | 'writes' | 'checks' | 'in-doubt';

interface Refused {
  readonly rejection: Rejection;
  /** The change that was refused: only another one is tried. */
  readonly of: string;
}

interface Sent {
  readonly change: Change;
  readonly commandId: string;
}

const fingerprint = ({ type, payload }: Change): string => type + JSON.stringify(payload);

/**
 * A draft in the form. What is typed is shown at once and written behind it, one command after the other, as the
 * difference between the form and what the book holds: a crash loses at most the last keystrokes.
 */
export class DraftEditor implements OrderForm {
  readonly orderId: string;
  typed = $state.raw<TypedOrder>(emptyOrder);
  writing = $state<Writing>('rests');
  readonly refused = new SvelteMap<Part, Refused>();

  #kept = $state.raw<TypedOrder>();
  #version = 0;
  #offered: OrderPage | undefined;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #underWay: Promise<void> | undefined;
  #inDoubt: Sent | undefined;
  readonly #client: Pick<Client, 'dispatch' | 'newId'>;
  readonly #currency: CurrencyCode;
  readonly #onwritten: (order: TypedOrder) => void;

  constructor(
    client: Pick<Client, 'dispatch' | 'newId'>,
    draft: {
      readonly orderId: string;
      readonly currency: CurrencyCode;
      /** Told what the book holds, each time something was written. */
      readonly onwritten: (order: TypedOrder) => void;
    },
  ) {
    this.#client = client;
    this.orderId = draft.orderId;
    this.#currency = draft.currency;
    this.#onwritten = draft.onwritten;
  }

  /** The book has a draft of it. */
  get begun(): boolean {
    return this.#kept !== undefined;
  }

  /** How much of what is typed the book holds: a line that can't be booked yet leaves it incomplete. */
  get saved(): 'nothing' | 'soon' | 'incomplete' | 'all' {
    if (this.#next()) return 'soon';
    if (!this.begun) return 'nothing';
    return this.#isWritten() ? 'all' : 'incomplete';
  }

  /** Takes over what the book holds, unless something typed here isn't written yet: then once it is. */
  adopt(draft: OrderPage): void {
    this.#offered = draft;
    if (draft.version < this.#version || this.#underWay || (this.begun && !this.#isWritten())) return;
    const held = typedFrom(draft);
    // A commit of this form raises the version past what others wrote just before it, which the form has not seen.
    if (draft.version === this.#version && this.#isKept(held)) return;
    this.#version = draft.version;
    this.#kept = held;
    this.typed = held;
  }

  /** Changes the form. `rest`: wait for more typing before it is written. */
  change(members: Partial<TypedOrder>, when: 'at once' | 'rest' = 'rest'): void {
    this.typed = { ...this.typed, ...members };
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => void this.write(), when === 'rest' ? REST_MS : 0);
  }

  changeLine(lineId: string, members: Partial<TypedLine>): void {
    this.change({
      lines: this.typed.lines.map((line) => (line.lineId === lineId ? { ...line, ...members } : line)),
    });
  }

  /** Adds one of it, or so many thousandths; gives the id of the line that it stands on. */
  addProduct(product: Omit<TypedLine, 'lineId' | 'quantity' | 'discount'>, quantity?: number): string {
    const added = { ...product, lineId: this.#client.newId() };
    const { lines, lineId } = withProduct(this.typed.lines, added, quantity);
    this.change({ lines }, 'at once');
    return lineId;
  }

  /** Takes one of a product or variant off. */
  takeOne(stockItem: string): void {
    this.change({ lines: withoutOne(this.typed.lines, stockItem) }, 'at once');
  }

  removeLine(lineId: string): void {
    this.refused.delete(lineId);
    this.change({ lines: this.typed.lines.filter((line) => line.lineId !== lineId) }, 'at once');
  }

  setCustomer(customer: TypedCustomer | undefined): void {
    this.change({ customer }, 'at once');
  }

  addNote(note: TypedNote): void {
    this.change({ notes: [...this.typed.notes, note] }, 'at once');
  }

  /** Writes what isn't written yet. True: the book holds all of it, but for lines that can't be booked. */
  async write(): Promise<boolean> {
    clearTimeout(this.#rest);
    while (this.#underWay || this.#next()) {
      this.#underWay ??= this.#writeAll().finally(() => (this.#underWay = undefined));
      await this.#underWay;
      if (this.writing === 'in-doubt') return false;
    }
    if (this.#offered) this.adopt(this.#offered);
    return this.refused.size === 0;
  }

  #remaining(): Iterable<Change> {
    const { orderId, typed } = this;
    return changes({ orderId, typed, kept: this.#kept, currency: this.#currency });
  }

  /** The form has seen all of what the book holds. */
  #isKept(held: TypedOrder): boolean {
    const kept = this.#kept;
    for (const _ of changes({ orderId: this.orderId, typed: held, kept, currency: this.#currency }))
      return false;
    return held.lines.every(({ taxRate }, at) => taxRate === kept?.lines[at]?.taxRate);
  }

  #isWritten(): boolean {
    for (const _ of this.#remaining()) return false;
    return this.typed.lines.every((line) => problemOf(line, this.#currency) === undefined);
  }

  #next(): Change | undefined {
    for (const change of this.#remaining())
      if (this.refused.get(change.part)?.of !== fingerprint(change)) return change;
    return undefined;
  }

  async #writeAll(): Promise<void> {
    this.writing = 'writes';
    for (;;) {
      // One whose fate is unknown comes first, under its own id: another would write it twice.
      const change = this.#inDoubt?.change ?? this.#next();
      if (!change) break;
      if (!(await this.#write(this.#inDoubt ?? { change, commandId: this.#client.newId() }))) return;
    }
    this.writing = 'rests';
  }

  async #write(sent: Sent): Promise<boolean> {
    const { change, commandId } = sent;
    const receipt = await this.#client.dispatch(change.type, change.payload, {
      commandId,
      onChecking: () => (this.writing = 'checks'),
    });
    const outcome = receipt.status === 'duplicate' ? receipt.original : receipt;
    this.#inDoubt = outcome.status === 'in-doubt' ? sent : undefined;
    if (outcome.status === 'in-doubt') {
      this.writing = 'in-doubt';
      return false;
    }
    if (outcome.status === 'rejected') {
      this.refused.set(change.part, { rejection: outcome.rejection, of: fingerprint(change) });
    } else {
      this.refused.delete(change.part);
      this.#kept = change.kept;
      this.#onwritten(change.kept);
      if (outcome.status === 'committed')
        this.#version = outcome.streams[`order-${this.orderId}`] ?? this.#version;
    }
    this.writing = 'writes';
    return true;
  }
}
