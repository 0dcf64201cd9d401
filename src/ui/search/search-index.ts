import MiniSearch from 'minisearch';
import { buyerName } from '../../domain/naming/buyer-name.ts';
import { dialled, inOneGo, isLookedForWithin, wordsIn } from '../../views/listing/index.ts';
import type { FoundRow, Kind } from '../../views/search/index.ts';
import { folded } from './marked.ts';

/** One thing found: the words of the book that matched, folded as the index keeps them. */
export interface Found {
  readonly kind: Kind;
  readonly id: string;
  readonly title: string | undefined;
  /** Name of the order's customer, or what else it is known by. */
  readonly detail: string;
  readonly matches: readonly string[];
}

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly customer: string;
  readonly words: string;
}

const FORGIVES_FROM = 4;
/** A number that is nearly the one asked for is another one. */
const HAS_DIGIT = /\d/;

const calledOf = ({ title: name, company }: FoundRow): string | undefined =>
  name === undefined ? undefined : buyerName({ name, company });

/**
 * Everything that can be found, in memory: by the beginnings of words, with a slip or two in the longer ones, numbers and
 * names before other words. Rows come newest first and may come again when they have changed.
 */
export class SearchIndex {
  readonly #rows = new Map<string, FoundRow>();
  readonly #orders = new Map<string, Set<string>>();
  readonly #index = new MiniSearch<Entry>({
    fields: ['title', 'customer', 'words'],
    processTerm: (term) => folded(term) || null,
    searchOptions: {
      boost: { title: 4, customer: 2 },
      combineWith: 'AND',
      // A letter alone begins half of all words: beside other words it stands for itself.
      prefix: (term, _, terms) => term.length > 1 || terms.length === 1,
      fuzzy: (term) =>
        term.length < FORGIVES_FROM || HAS_DIGIT.test(term) ? false : term.length < 8 ? 1 : 2,
      weights: { fuzzy: 0.2, prefix: 0.6 },
    },
  });

  put(rows: readonly FoundRow[]): void {
    for (const row of rows) {
      const before = this.#rows.get(row.key);
      if (before && before.at >= row.at) continue;
      this.#rows.set(row.key, row);
      this.#link(row, before);
      this.#write(row.key, before !== undefined);
      // An order is found by its customer's name: with the customer it changes, or is forgotten.
      if (row.kind === 'customer') for (const key of this.#orders.get(row.id) ?? []) this.#write(key, true);
    }
  }

  /** The best first, at most so many of each kind. */
  find(text: string, most: Readonly<Record<Kind, number>>): readonly Found[] {
    if (folded(text).trim() === '') return [];
    const left = { ...most };
    const taken = new Set<string>();
    const take = (row: FoundRow | undefined, matches: readonly string[]): Found[] => {
      if (!row || left[row.kind] === 0) return [];
      left[row.kind] -= 1;
      taken.add(row.key);
      const { kind, id } = row;
      return [{ kind, id, title: calledOf(row), detail: this.#detailOf(row), matches }];
    };
    return [
      ...this.#index
        .search(text)
        .flatMap(({ id, match }) => take(this.#rows.get(String(id)), Object.keys(match))),
      ...this.#within(wordsIn(text)).flatMap(({ row, matches }) =>
        taken.has(row.key) ? [] : take(row, matches),
      ),
    ];
  }

  /** Customers and products in whose names these words stand within words. */
  #within(
    asked: readonly string[],
  ): readonly { readonly row: FoundRow; readonly matches: readonly string[] }[] {
    if (!isLookedForWithin(asked)) return [];
    return [...this.#rows.values()].flatMap((row) => {
      const words = row.kind === 'order' || row.gone ? [] : wordsIn(calledOf(row));
      const matches = words.filter((word) => asked.some((part) => word.includes(part)));
      return asked.every((part) => matches.some((word) => word.includes(part))) ? [{ row, matches }] : [];
    });
  }

  #link(row: FoundRow, before: FoundRow | undefined): void {
    if (before?.customerId !== undefined) this.#orders.get(before.customerId)?.delete(row.key);
    if (row.customerId === undefined) return;
    const of = this.#orders.get(row.customerId) ?? new Set();
    this.#orders.set(row.customerId, of.add(row.key));
  }

  #write(key: string, known: boolean): void {
    const row = this.#rows.get(key);
    if (!row) return;
    if (known && this.#index.has(key)) this.#index.discard(key);
    if (row.gone) return;
    const { lines = {}, tags = [], codes = [] } = row;
    const typed = codes.flatMap((code) => [code, ...dialled(code), ...inOneGo(code)]);
    const words = [...Object.values(lines), ...tags, ...typed].join(' ');
    const [title, customer] = [calledOf(row) ?? '', this.#customerOf(row) ?? ''];
    this.#index.add({ id: key, title, customer, words });
  }

  #customerOf({ customerId }: FoundRow): string | undefined {
    const customer = customerId === undefined ? undefined : this.#rows.get(`customer-${customerId}`);
    return customer && calledOf(customer);
  }

  #detailOf(row: FoundRow): string {
    const { lines = {}, tags = [], codes = [] } = row;
    const first = row.kind === 'order' ? Object.values(lines).slice(0, 3) : codes.slice(0, 3);
    return [this.#customerOf(row), ...first, ...tags].filter((text) => text !== undefined).join(' · ');
  }
}
