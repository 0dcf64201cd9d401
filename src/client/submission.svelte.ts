import type { Receipt, Rejection } from '../kernel/index.ts';
import type { Client, DispatchOptions } from './client.ts';

export type SubmissionState = 'idle' | 'sending' | 'checking' | 'saved' | 'refused' | 'unknown';

/**
 * One form's or button's way to the book. Its command id is minted when the form opens: a second click while it is
 * under way, or after it was saved, gives the first receipt. After a refusal the next try has a new id.
 */
export class Submission {
  state = $state<SubmissionState>('idle');
  rejection = $state.raw<Rejection>();
  receipt = $state.raw<Receipt>();
  readonly #client: Pick<Client, 'dispatch' | 'newId'>;
  #commandId: string;
  #underWay: Promise<Receipt> | undefined;

  constructor(client: Pick<Client, 'dispatch' | 'newId'>) {
    this.#client = client;
    this.#commandId = client.newId();
  }

  get busy(): boolean {
    return this.state === 'sending' || this.state === 'checking';
  }

  send(type: string, payload: unknown, options: Omit<DispatchOptions, 'commandId'> = {}): Promise<Receipt> {
    this.#underWay ??= this.#send(type, payload, options);
    return this.#underWay;
  }

  /** Ready for another command, e.g. when the form stays open for the next entry. */
  renew(): void {
    this.#underWay = undefined;
    this.#commandId = this.#client.newId();
    this.state = 'idle';
    this.rejection = undefined;
    this.receipt = undefined;
  }

  async #send(type: string, payload: unknown, options: Omit<DispatchOptions, 'commandId'>): Promise<Receipt> {
    this.state = 'sending';
    this.rejection = undefined;
    const receipt = await this.#client.dispatch(type, $state.snapshot(payload), {
      ...options,
      commandId: this.#commandId,
      onChecking: () => {
        this.state = 'checking';
        options.onChecking?.();
      },
    });
    this.receipt = receipt;
    const outcome = receipt.status === 'duplicate' ? receipt.original : receipt;
    switch (outcome.status) {
      case 'rejected':
        this.rejection = outcome.rejection;
        this.state = 'refused';
        this.#underWay = undefined;
        this.#commandId = this.#client.newId();
        break;
      case 'in-doubt':
        // The same id again is the only safe thing to do: the next click asks for this one's fate.
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
