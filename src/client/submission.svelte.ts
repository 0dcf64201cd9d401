import type { Receipt, Rejection } from '../kernel/index.ts';
import type { Client, DispatchOptions } from './client.ts';

export type SubmissionState = 'idle' | 'sending' | 'checking' | 'saved' | 'refused' | 'unknown';

/** A command as it was sent. */
interface Sent {
  readonly type: string;
  readonly payload: unknown;
  readonly options: Omit<DispatchOptions, 'commandId'>;
}

/**
 * One form's or button's way to the book. Its command id is minted when the form opens: a second click while it is
 * under way, or after it was saved, gives the first receipt. After a refusal the next try has a new id. As long as
 * nobody knows what became of it the next try sends the same once more, whatever the form says meanwhile.
 */
export class Submission {
  state = $state<SubmissionState>('idle');
  rejection = $state.raw<Rejection>();
  receipt = $state.raw<Receipt>();
  readonly #client: Pick<Client, 'dispatch' | 'newId'>;
  #commandId: string;
  #underWay: Promise<Receipt> | undefined;
  #doubtful: Sent | undefined;

  constructor(client: Pick<Client, 'dispatch' | 'newId'>) {
    this.#client = client;
    this.#commandId = client.newId();
  }

  get busy(): boolean {
    return this.state === 'sending' || this.state === 'checking';
  }

  /** What was sent last may be in the book: what a form tells of it is what was sent, not what is typed by now. */
  get inDoubt(): boolean {
    return this.state === 'unknown';
  }

  send(type: string, payload: unknown, options: Omit<DispatchOptions, 'commandId'> = {}): Promise<Receipt> {
    this.#underWay ??= this.#send(this.#doubtful ?? { type, payload: $state.snapshot(payload), options });
    return this.#underWay;
  }

  /** Ready for another command, e.g. when the form stays open for the next entry. */
  renew(): void {
    this.#underWay = undefined;
    this.#doubtful = undefined;
    this.#commandId = this.#client.newId();
    this.state = 'idle';
    this.rejection = undefined;
    this.receipt = undefined;
  }

  async #send(sent: Sent): Promise<Receipt> {
    const { type, payload, options } = sent;
    this.state = 'sending';
    this.rejection = undefined;
    const receipt = await this.#client.dispatch(type, payload, {
      ...options,
      commandId: this.#commandId,
      onChecking: () => {
        this.state = 'checking';
        options.onChecking?.();
      },
    });
    this.receipt = receipt;
    this.#doubtful = undefined;
    const outcome = receipt.status === 'duplicate' ? receipt.original : receipt;
    switch (outcome.status) {
      case 'rejected':
        this.rejection = outcome.rejection;
        this.state = 'refused';
        this.#underWay = undefined;
        this.#commandId = this.#client.newId();
        break;
      case 'in-doubt':
        // The same again under the same id is the only safe thing to do: the next click asks for this one's fate.
        this.#doubtful = sent;
        this.state = 'unknown';
        this.#underWay = undefined;
        break;
      case 'committed':
      case 'accepted':
        this.state = 'saved';
    }
    return receipt;
  }
}
