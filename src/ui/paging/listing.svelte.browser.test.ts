import { flushSync } from 'svelte';
import { describe, expect, it } from 'vitest';
import { Listing, type PageOf } from './listing.svelte.ts';

/** A book of rows in order, asked live in pages of two. */
class Shelf {
  readonly #asked = new Map<() => void, true>();
  #rows: readonly string[];

  constructor(...rows: string[]) {
    this.#rows = rows;
  }

  get followed(): number {
    return this.#asked.size;
  }

  become(...rows: string[]): void {
    this.#rows = rows;
    for (const answer of this.#asked.keys()) answer();
  }

  readonly ask = (after: string | undefined) => ({
    subscribe: (next: (page: PageOf<string>) => void) => {
      const answer = () => {
        const left = this.#rows.filter((row) => after === undefined || row > after);
        next({ rows: left.slice(0, 2), next: left.length > 2 ? left[1] : undefined });
      };
      this.#asked.set(answer, true);
      answer();
      return () => this.#asked.delete(answer);
    },
  });
}

const follow = (listing: Listing<string>) => {
  const seen: string[] = [];
  const stop = $effect.root(() => {
    $effect(() => {
      seen.push(listing.rows.join(''));
    });
  });
  flushSync();
  return { seen, stop };
};

describe('a listing in pages of two', () => {
  it('shows the first page, and one more for each asking, to the end', () => {
    const shelf = new Shelf('a', 'b', 'c', 'd', 'e');
    const listing = new Listing(shelf.ask);
    const { stop } = follow(listing);
    expect(listing.rows).toEqual(['a', 'b']);
    listing.more();
    listing.more();
    expect(listing.rows).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(listing.hasMore).toBe(false);
    listing.more();
    expect(shelf.followed).toBe(3);
    stop();
  });

  it('neither loses nor doubles a row when another comes in above', () => {
    const shelf = new Shelf('b', 'c', 'd', 'e');
    const listing = new Listing(shelf.ask);
    const { seen, stop } = follow(listing);
    listing.more();
    shelf.become('a', 'b', 'c', 'd', 'e');
    flushSync();
    expect(listing.rows).toEqual(['a', 'b', 'c', 'd']);
    expect(seen.at(-1)).toBe('abcd');
    stop();
  });

  it('goes on where a page found nothing but is not the last', () => {
    const pages: Record<string, PageOf<string>> = {
      first: { rows: [], next: 'far' },
      far: { rows: ['x'] },
    };
    const listing = new Listing<string>((after = 'first') => ({
      subscribe: (next) => {
        next(pages[after] ?? { rows: [] });
        return () => undefined;
      },
    }));
    const { stop } = follow(listing);
    expect(listing.rows).toEqual(['x']);
    stop();
  });

  it('keeps the rows of the question before until it is answered', () => {
    const listing = new Listing<string>(() => ({ subscribe: () => () => undefined }), ['old']);
    const { stop } = follow(listing);
    expect(listing.rows).toEqual(['old']);
    expect(listing.ready).toBe(false);
    stop();
  });

  it('follows nothing any more once nobody looks', async () => {
    const shelf = new Shelf('a');
    const { stop } = follow(new Listing(shelf.ask));
    expect(shelf.followed).toBe(1);
    stop();
    await Promise.resolve();
    await Promise.resolve();
    expect(shelf.followed).toBe(0);
  });
});
