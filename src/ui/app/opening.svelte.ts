import type { Client, Live } from '../../client/index.ts';
import { BookSettings, type OpenedSettings } from '../../views/book/index.ts';

/** `starting`: it isn't known yet which of the two it is. */
export type Stage = 'starting' | 'first-run' | 'open';

/**
 * Whether somebody has to choose how to begin. An empty list is no proof of a new book, since lists lag behind; an
 * empty log is one, and an engine that gives no answer is none (promises.md, row 10). A device without any database of
 * the book, which no witness remembers either, has no log: that is known before the engine runs.
 */
export class Opening {
  /** The first run goes on although the book is open: a sample is being filled in. */
  staying = $state(false);
  /** What every book begins with, where nobody has chosen yet. */
  unopened = $state.raw<OpenedSettings>();
  #log = $state<'empty' | 'in-use' | 'unknown'>();
  readonly #settings: Live<OpenedSettings>;

  constructor(client: Pick<Client, 'isNew' | 'opened' | 'query'>, settings: Live<OpenedSettings>) {
    this.#settings = settings;
    void this.#look(client);
  }

  get stage(): Stage {
    if (this.staying) return 'first-run';
    if (this.#settings.current?.opened === true) return 'open';
    if (this.#log === undefined) return 'starting';
    return this.#log === 'empty' ? 'first-run' : 'open';
  }

  async #look(client: Pick<Client, 'isNew' | 'opened' | 'query'>): Promise<void> {
    try {
      if (await client.isNew) await this.#isEmpty(client);
      const opened = await client.opened();
      if (opened.status === 'open' && opened.head.position === 0) await this.#isEmpty(client);
      else this.#log = opened.status === 'open' ? 'in-use' : 'unknown';
    } catch {
      this.#log = 'unknown';
    }
  }

  async #isEmpty(client: Pick<Client, 'query'>): Promise<void> {
    // Asked once and at once: it need not wait until there are read models.
    this.unopened ??= (await client.query(BookSettings, {}, { timeoutMs: 0 })).answer;
    this.#log = 'empty';
  }
}
