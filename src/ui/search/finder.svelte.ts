import type { Remote } from 'comlink';
import type { Client } from '../../client/index.ts';
import { FINDABLE, type FoundRow, type Kind } from '../../views/search/index.ts';
import { reachIndex } from './reach.ts';
import type { Found, SearchIndex } from './search-index.ts';

/** What was changed last is what people look for: it is found first, while the rest is still being read. */
const PAGE = 2_000;
type Findable = (typeof FINDABLE)[number];

/** Reads all that may be found into an index, once, and keeps it true while somebody searches. */
export class Finder {
  /** Grows whenever there is more to find: an answer given before may be incomplete. */
  read = $state(0);
  isComplete = $state(false);
  /** The newest reading broke off: there may be more to find than is found. */
  hasFailed = $state(false);
  readonly #client: Client;
  /** By the query's name: the position of the newest change that was read. */
  readonly #newest: Record<string, number> = {};
  #index: Remote<SearchIndex> | undefined;
  #isReading = false;
  /** Something changed since the reading began, which may have passed it by. */
  #isWanted = false;

  constructor(client: Client) {
    this.#client = client;
  }

  /** The best of what is read, at most so many of each kind. */
  find(text: string, most: Readonly<Record<Kind, number>>): Promise<readonly Found[]> {
    return this.#reached().find(text, most);
  }

  /** Reads what is new: everything at first, later what changed since. */
  async refresh(): Promise<void> {
    this.#isWanted = true;
    if (this.#isReading) return;
    this.#isReading = true;
    try {
      while (this.#isWanted) {
        this.#isWanted = false;
        for (const query of FINDABLE.filter(({ name }) => this.#client.session.may(name)))
          await (query.name in this.#newest ? this.#readChanges(query) : this.#readAll(query));
      }
      this.isComplete = true;
      this.hasFailed = false;
    } catch {
      this.hasFailed = true;
    } finally {
      this.#isReading = false;
    }
  }

  async #readAll(query: Findable): Promise<void> {
    for (let before: number | undefined; ;) {
      const params = before === undefined ? { limit: PAGE } : { before, limit: PAGE };
      const rows = await this.#put((await this.#client.query(query, params)).answer);
      if (before === undefined) this.#newest[query.name] = rows[0]?.at ?? 0;
      if (rows.length < PAGE) return;
      before = rows.at(-1)?.at;
    }
  }

  async #readChanges(query: Findable): Promise<void> {
    for (;;) {
      const after = this.#newest[query.name] ?? 0;
      const rows = await this.#put((await this.#client.query(query, { after, limit: PAGE })).answer);
      this.#newest[query.name] = rows.at(-1)?.at ?? after;
      if (rows.length < PAGE) return;
    }
  }

  async #put(rows: readonly FoundRow[]): Promise<readonly FoundRow[]> {
    await this.#reached().put(rows);
    if (rows.length > 0) this.read += 1;
    return rows;
  }

  /** Once somebody searches, there is one. */
  #reached(): Remote<SearchIndex> {
    return (this.#index ??= reachIndex(() => {
      this.hasFailed = true;
    }));
  }
}
