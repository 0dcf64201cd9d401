import type { Client, Live } from '../../client/index.ts';
import type { OpenedSettings } from '../../views/book/index.ts';

/** `starting`: it isn't known yet which of the two it is. */
export type Stage = 'starting' | 'first-run' | 'open';

/**
 * Whether somebody has to choose how to begin. An empty list is no proof of a new book, since lists lag behind; an
 * empty log is one, and an engine that gives no answer is none (promises.md, row 10).
 */
export class Opening {
  /** The first run goes on although the book is open: a sample is being filled in. */
  staying = $state(false);
  #log = $state<'empty' | 'in-use' | 'unknown'>();
  readonly #settings: Live<OpenedSettings>;

  constructor(client: Pick<Client, 'health'>, settings: Live<OpenedSettings>) {
    this.#settings = settings;
    client.health().then(
      ({ head }) => (this.#log = head.position === 0 ? 'empty' : 'in-use'),
      () => (this.#log = 'unknown'),
    );
  }

  get stage(): Stage {
    if (this.staying) return 'first-run';
    if (this.#settings.current?.opened === true) return 'open';
    if (this.#log === undefined) return 'starting';
    return this.#log === 'empty' ? 'first-run' : 'open';
  }
}
