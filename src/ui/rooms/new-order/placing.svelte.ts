import { Submission, type Client } from '../../../client/index.ts';
import type { Rejection } from '../../../kernel/index.ts';
import { OrderDetails } from '../../../views/order-details/query.ts';
import type { DraftEditor } from './editor.svelte.ts';

/** How long the read model may take before the receipt is told without the number. */
const NUMBER_MS = 3_000;

/** How somebody leaves the form without placing the order. */
export type Leaving = 'kept' | 'discarded' | 'empty';
export type Placed = { readonly number: string | undefined };

/** Placing the order of the form: everything typed is written first, then it is submitted, once. */
export class Placing {
  readonly submission: Submission;
  /** Somebody tried: what is missing may be named now. */
  insist = $state(false);
  problem = $state<'needs-line' | 'needs-fix' | 'unsaved'>();
  blocked = $state.raw<Rejection>();
  #writing = $state(false);
  readonly #client: Client;
  readonly #editor: DraftEditor;

  constructor(client: Client, editor: DraftEditor) {
    this.#client = client;
    this.#editor = editor;
    this.submission = new Submission(client);
  }

  get busy(): boolean {
    return this.#writing || this.submission.busy || this.submission.state === 'saved';
  }

  /** Gives the printed number once the order is in the book; undefined when it is not, and why is shown. */
  async place(isBookable: boolean, override?: string): Promise<Placed | undefined> {
    if (this.busy) return undefined;
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
    return await this.#submit(override);
  }

  async #submit(override: string | undefined): Promise<Placed | undefined> {
    const { orderId } = this.#editor;
    const payload = override === undefined ? { orderId } : { orderId, override };
    const receipt = await this.submission.send('SubmitOrder', payload);
    const { rejection } = this.submission;
    this.blocked = rejection?.code === 'stock-blocked' ? rejection : undefined;
    const outcome = receipt.status === 'duplicate' ? receipt.original : receipt;
    if (outcome.status !== 'committed') return undefined;
    const asked = { atLeast: outcome.position, timeoutMs: NUMBER_MS };
    const { answer } = await this.#client.query(OrderDetails, { orderId }, asked);
    return { number: answer?.number };
  }
}
