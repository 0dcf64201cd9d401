import { createSubscriber } from 'svelte/reactivity';
import { past } from '../past/past.svelte.ts';

/** The part of a live answer that a listing needs; the client's answers are such. */
export interface Source<Answer> {
  subscribe(next: (answer: Answer) => void, error?: (error: Error) => void): () => void;
}

/** Rows in order, and where to go on; without `next` this was the last page. */
export interface PageOf<Row> {
  readonly rows: readonly Row[];
  readonly next?: string | undefined;
}

interface OpenPage<Row> {
  readonly after: string | undefined;
  answer: PageOf<Row> | undefined;
  leave: () => void;
}

/**
 * Pages that follow one another, each of them live. A page begins where the one before it ends now, so that a row that
 * comes in between moves the borders and is neither lost nor shown twice.
 */
export class Listing<Row> {
  readonly #ask: (after: string | undefined) => Source<PageOf<Row>>;
  readonly #subscribe: () => void;
  #pages: OpenPage<Row>[] = [];
  #wanted = 1;
  #rows: readonly Row[];
  #error: Error | undefined;
  #update: (() => void) | undefined;

  /** `last` is shown until the first answer comes: the rows of the question before. */
  constructor(ask: (after: string | undefined) => Source<PageOf<Row>>, last: readonly Row[] = []) {
    this.#ask = ask;
    this.#rows = last;
    this.#subscribe = createSubscriber((update) => {
      // Whoever begins to follow reads what is known already right after this.
      this.#open(0, undefined);
      this.#update = update;
      return () => {
        this.#update = undefined;
        this.#closeFrom(0);
      };
    });
  }

  get rows(): readonly Row[] {
    this.#subscribe();
    return this.#rows;
  }

  /** Without following: what is on the screen now. */
  get shown(): readonly Row[] {
    return this.#rows;
  }

  /** The first page has been answered. */
  get ready(): boolean {
    this.#subscribe();
    return this.#pages[0]?.answer !== undefined;
  }

  get error(): Error | undefined {
    this.#subscribe();
    return this.#error;
  }

  /** How many there are in all, once that is known. */
  get total(): number | undefined {
    return this.ready && !this.hasMore ? this.rows.length : undefined;
  }

  /** There are rows beyond those shown. */
  get hasMore(): boolean {
    this.#subscribe();
    return this.#pages.at(-1)?.answer?.next !== undefined;
  }

  /** Opens the next page; while one is on its way, nothing. */
  more(): void {
    const next = this.#pages.at(-1)?.answer?.next;
    if (next === undefined) return;
    this.#wanted = this.#pages.length + 1;
    this.#open(this.#pages.length, next);
  }

  #open(index: number, after: string | undefined): void {
    this.#closeFrom(index);
    const page: OpenPage<Row> = { after, answer: undefined, leave: () => undefined };
    this.#pages[index] = page;
    page.leave = this.#ask(after).subscribe(
      (answer) => {
        page.answer = answer;
        this.#error = undefined;
        this.#continue(index, answer.next);
        this.#changed();
      },
      (error) => {
        this.#error = error;
        this.#changed();
      },
    );
  }

  /** Keeps the page after this one at this one's end. A page that finds nothing but has a `next` is gone on from. */
  #continue(index: number, next: string | undefined): void {
    const following = this.#pages[index + 1];
    if (next === undefined) this.#closeFrom(index + 1);
    else if (following === undefined ? this.#isShort(index) : following.after !== next)
      this.#open(index + 1, next);
  }

  #isShort(index: number): boolean {
    return index + 1 < this.#wanted || this.#pages[index]?.answer?.rows.length === 0;
  }

  #closeFrom(index: number): void {
    for (const page of this.#pages.splice(index)) page.leave();
  }

  /** A page that is being read again keeps the whole list from jumping: until it answers the old rows stay. */
  #changed(): void {
    const answers = this.#pages.map(({ answer }) => answer);
    if (answers.every((answer) => answer !== undefined) || this.#rows.length === 0)
      this.#rows = answers.flatMap((answer) => answer?.rows ?? []);
    this.#update?.();
  }
}

/**
 * A listing that follows its question: another question begins at its first page, and without a row until it answers. Where
 * rows may stay that long (a search that is typed), `within` says, compared as text, of what they are the rows; those of
 * another day (`asOf`: an instant of the past) never stay.
 */
export const followListing = <Row>(
  ask: (asOf: string | undefined) => (after: string | undefined) => Source<PageOf<Row>>,
  within?: () => unknown,
): { readonly current: Listing<Row> } => {
  let before: { readonly listing: Listing<Row>; readonly of: string | undefined } | undefined;
  const current = $derived.by(() => {
    const asOf = past.instant;
    const of = within && JSON.stringify([within(), asOf]);
    const last = of !== undefined && before?.of === of ? before.listing.shown : [];
    before = { listing: new Listing(ask(asOf), last), of };
    return before.listing;
  });
  return {
    get current() {
      return current;
    },
  };
};
