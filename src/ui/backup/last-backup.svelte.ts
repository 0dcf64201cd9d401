import type { Client } from '../../client/index.ts';
import type { Last } from './age.ts';

/** The last backup of this book, looked up when somebody asks for it; runes. */
export class LastBackup {
  readonly #client: Client;
  /** Null until it is known. */
  current = $state.raw<Last | null>(null);

  constructor(client: Client) {
    this.#client = client;
    void this.look();
  }

  async look(): Promise<void> {
    // A worker that gives no answer now is asked again when the room is entered anew.
    this.current = await this.#client.backups.last().catch(() => null);
  }
}
