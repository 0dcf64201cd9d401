import type { Client } from '../../../client/index.ts';
import type { Receipt } from '../../../kernel/index.ts';
import { problemOf } from '../../feedback/receipts.ts';
import { KeptIds } from './kept-ids.ts';

/** One command of many; `id` says what it is about. */
export interface Part {
  readonly id: string;
  readonly type: string;
  readonly payload: object;
}

interface Booked {
  readonly id: string;
  readonly receipt: Receipt;
}

interface Problem {
  readonly id: string;
  /** In a sentence. */
  readonly why: string;
}

/** Many commands booked as one deed: one after the other, with what is done so far, and what was refused. */
export class Deed {
  done = $state(0);
  /** How many there are; 0 while nothing is booked. */
  total = $state(0);
  problems = $state.raw<readonly Problem[]>([]);
  readonly #client: Pick<Client, 'dispatch' | 'newId'>;
  readonly #ids: KeptIds;

  constructor(client: Pick<Client, 'dispatch' | 'newId'>) {
    this.#client = client;
    this.#ids = new KeptIds(() => client.newId());
  }

  get busy(): boolean {
    return this.total > 0;
  }

  /** Why something is not in the book. */
  problemOf(id: string): string | undefined {
    return this.problems.find((problem) => problem.id === id)?.why;
  }

  /** What is in the book then. A part that was refused or got no answer stays out: it can be sent again, and counts once. */
  async book(parts: readonly Part[], currency?: string): Promise<readonly Booked[]> {
    if (this.busy) return [];
    const booked: Booked[] = [];
    const problems: Problem[] = [];
    const correlationId = this.#client.newId();
    this.total = parts.length;
    this.done = 0;
    for (const { id, type, payload } of parts) {
      const what = `${id} ${JSON.stringify(payload)}`;
      const commandId = this.#ids.of(what);
      const receipt = await this.#client.dispatch(type, payload, { commandId, correlationId });
      const why = problemOf(receipt, currency);
      if (why === undefined) booked.push({ id, receipt });
      else problems.push({ id, why });
      if (receipt.status !== 'in-doubt') this.#ids.settled(what);
      this.done += 1;
    }
    this.problems = problems;
    this.total = 0;
    return booked;
  }
}
