import { Submission, type Client } from '../../../client/index.ts';
import type { Receipt, Rejection } from '../../../kernel/index.ts';
import { OrderDetails } from '../../../views/order-details/query.ts';
import type { DraftEditor } from './editor.svelte.ts';

/** How long the read model may take before the receipt is told without the number. */
const NUMBER_MS = 3_000;

/** How somebody leaves the form without placing the order. */
export type Leaving = 'kept' | 'discarded' | 'empty';
/** How an order is paid that is handed over the counter as it is placed. */
export type SoldBy = 'cash' | 'card';
/** The sale of an order: by what, and how much cash was handed over and goes back, in minor units, where somebody said it. */
export interface Sale {
  readonly by: SoldBy;
  readonly tendered?: number;
  readonly change?: number;
}
export type Placed = {
  readonly number: string | undefined;
  readonly sold?: Sale | undefined;
  readonly receipt: Receipt;
};

/** Placing the order of the form: everything typed is written first, then it is submitted, once. */
export class Placing {
  readonly submission: Submission;
  /** Somebody tried: what is missing may be named now. */
  insist = $state(false);
  problem = $state<'needs-line' | 'needs-fix' | 'unsaved'>();
  blocked = $state.raw<Rejection>();
  #writing = $state(false);
  #sold: Sale | undefined;
  #total: number | undefined;
  readonly #ids: { readonly paymentId: string; readonly fulfilmentId: string };
  readonly #client: Client;
  readonly #editor: DraftEditor;

  constructor(client: Client, editor: DraftEditor) {
    this.#client = client;
    this.#editor = editor;
    this.submission = new Submission(client);
    this.#ids = { paymentId: client.newId(), fulfilmentId: client.newId() };
  }

  get busy(): boolean {
    return this.#writing || this.submission.busy || this.submission.state === 'saved';
  }

  /**
   * Gives the printed number once the order is in the book; undefined when it is not, and why is shown. `total`: what it
   * comes to on the screen, in minor units. `sold`: it is paid and handed over with that.
   */
  async place(isBookable: boolean, total: number, sold?: Sale): Promise<Placed | undefined> {
    if (this.busy) return undefined;
    // A sale in doubt is placed as it was tried.
    if (!this.submission.inDoubt) [this.#sold, this.#total] = [sold, this.#agreedTotal(total)];
    this.insist = true;
    this.problem =
      this.#editor.typed.lines.length === 0 ? 'needs-line' : isBookable ? undefined : 'needs-fix';
    if (this.problem) return undefined;
    this.#writing = true;
    const isWritten = await this.#editor.write().finally(() => (this.#writing = false));
    if (!isWritten) {
      this.problem = 'unsaved';
      return undefined;
    }
    return await this.#submit();
  }

  /** As it was tried before, although a product that is not sold beyond stock is short. */
  async insistOn(override: string): Promise<Placed | undefined> {
    return this.busy ? undefined : await this.#submit(override);
  }

  /** Who was told that it comes to another sum, and presses again with the same on the screen, agrees to what they were told. */
  #agreedTotal(shown: number): number {
    const { rejection } = this.submission;
    if (rejection?.code !== 'total-changed' || rejection.values['seen'] !== shown) return shown;
    return rejection.values['total'] as number;
  }

  #send(override: string | undefined): Promise<Receipt> {
    const { orderId } = this.#editor;
    const order = { orderId, total: this.#total, ...(override !== undefined && { override }) };
    const { paymentId, fulfilmentId } = this.#ids;
    const sold = this.#sold;
    return sold === undefined
      ? this.submission.send('SubmitOrder', order)
      : this.submission.send('CounterSale', {
          ...order,
          fulfilmentId,
          payment: {
            ...{ paymentId, method: sold.by },
            ...(sold.tendered !== undefined && { tendered: sold.tendered }),
          },
        });
  }

  async #submit(override?: string): Promise<Placed | undefined> {
    const { orderId } = this.#editor;
    const receipt = await this.#send(override);
    const { rejection } = this.submission;
    this.blocked = rejection?.code === 'stock-blocked' ? rejection : undefined;
    const outcome = receipt.status === 'duplicate' ? receipt.original : receipt;
    if (outcome.status !== 'committed') return undefined;
    const asked = { atLeast: outcome.position, timeoutMs: NUMBER_MS };
    // It is in the book: that its number can't be read does not keep anybody in the form.
    const found = await this.#client.query(OrderDetails, { orderId }, asked).catch(() => undefined);
    return { number: found?.answer?.number, sold: this.#sold, receipt };
  }
}
