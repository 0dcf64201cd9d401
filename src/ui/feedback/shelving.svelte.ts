import type { Client } from '../../client/index.ts';
import { toasts } from '../parts/toasts.svelte.ts';
import { problemOf } from './receipts.ts';
import { saved } from './take-back.ts';

interface Shelved {
  readonly command: string;
  readonly payload: object;
  /** Said when it is done. */
  readonly done: string;
}

/** Puts something away after asking, and takes it out again. */
export class Shelving {
  /** The question is on the screen. */
  asking = $state(false);
  problem = $state<string>();
  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
  }

  ask(): void {
    this.problem = undefined;
    this.asking = true;
  }

  /** True when it is in the book; else `problem` says why not. */
  async send({ command, payload, done }: Shelved): Promise<boolean> {
    const receipt = await this.#client.dispatch(command, payload);
    this.problem = problemOf(receipt);
    if (this.problem !== undefined) return false;
    saved(this.#client, receipt, done);
    return true;
  }

  /** The same without a question before it: the problem has no place but a message. */
  async sendUnasked(shelved: Shelved): Promise<void> {
    if (!(await this.send(shelved)) && this.problem !== undefined)
      toasts.show(this.problem, { tone: 'wrong' });
  }
}
