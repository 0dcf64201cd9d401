import type { Found } from './search-index.ts';

/** What was found for what is typed. Typing is never overtaken: an answer to older words is dropped. */
export class Searched {
  found = $state.raw<readonly Found[]>([]);
  readonly #find: (words: string) => Promise<readonly Found[]>;
  /** What is found is of these. */
  #of = '';
  #words = '';
  #newest: Promise<void> = Promise.resolve();

  constructor(find: (words: string) => Promise<readonly Found[]>) {
    this.#find = find;
  }

  look(words: string): void {
    this.#words = words;
    const asked = this.#ask(words, () => asked === this.#newest);
    this.#newest = asked;
  }

  /** Until then what is found may be of older words. Settles also when it can't be found out. */
  async settled(): Promise<void> {
    for (let asked; this.#of !== this.#words && asked !== this.#newest;) await (asked = this.#newest);
  }

  async #ask(words: string, isNewest: () => boolean): Promise<void> {
    const found = await this.#find(words).catch(() => undefined);
    if (!found || !isNewest()) return;
    this.found = found;
    this.#of = words;
  }
}
