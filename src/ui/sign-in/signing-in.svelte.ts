import type { Client } from '../../client/index.ts';
import { time } from '../words/format.ts';
import { m } from '../words/index.ts';

const LONGEST = 12;

/** One person at the pad: what was typed, and what came of it. */
export class SigningIn {
  pin = $state('');
  busy = $state(false);
  problem = $state<string>();
  readonly #session: Client['session'];
  readonly #operatorId: string;

  constructor(session: Client['session'], operatorId: string) {
    this.#session = session;
    this.#operatorId = operatorId;
  }

  digit(digit: string): void {
    if (this.pin.length < LONGEST) this.pin += digit;
  }

  back(): void {
    this.pin = this.pin.slice(0, -1);
  }

  async send(): Promise<void> {
    if (this.busy || this.pin === '') return;
    this.busy = true;
    this.problem = undefined;
    try {
      const signedIn = await this.#session.signIn(this.#operatorId, this.pin);
      if (signedIn.status === 'wrong-pin') this.problem = m.sign_in_wrong();
      if (signedIn.status === 'wait') this.problem = m.sign_in_wait({ time: time(signedIn.until) });
    } catch {
      this.problem = m.sign_in_failed();
    }
    this.pin = '';
    this.busy = false;
  }
}
