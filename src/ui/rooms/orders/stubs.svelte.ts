import { live, useClient, type Client } from '../../../client/index.ts';
import { OrderList } from '../../../views/order-list/query.ts';
import type { OrderRow } from '../../../views/order-outline/row.ts';
import { past } from '../../past/past.svelte.ts';
import { askedBy, isRising, type Look } from './filters.ts';
import { lay, nothingKnown, type Stretch } from './stretch.ts';

/** The window that is kept live moves in steps of so many rows, and is so many long. */
const STEP = 50;
const WINDOW = 150;
/** Rows that should be known below the last one seen. */
const AHEAD = 100;

/**
 * The stubs of one look at the book. A window around what is seen is live; rows outside it stand as they were last read,
 * and are read again when the window comes to them. So a hundred thousand orders cost what the screen shows.
 * During a component's initialisation; another look is another one of these.
 */
export class Stubs {
  readonly #look: Look;
  readonly #client: Client = useClient();
  #after = $state<string>();
  #fetched = $state(0);
  // The derived below lays answers over it; it is memory, not state.
  #known: Stretch<OrderRow> = nothingKnown;
  #fetching = false;
  readonly #window;
  readonly #stretch = $derived.by(() => {
    // Pages fetched below the window came in by `#fetch`.
    if (this.#fetched >= 0 && this.#window.current)
      this.#known = lay(this.#known, this.#after, this.#window.current, isRising(this.#look));
    return this.#known;
  });

  constructor(look: Look) {
    this.#look = look;
    this.#window = live(
      OrderList,
      () => ({
        ...askedBy(look),
        limit: WINDOW,
        ...(this.#after !== undefined && { after: this.#after }),
      }),
      () => past.instant,
    );
  }

  get rows(): readonly OrderRow[] {
    return this.#stretch.rows;
  }

  get complete(): boolean {
    return this.#stretch.complete;
  }

  /** The first answer is there. */
  get ready(): boolean {
    return this.#stretch.complete || this.#stretch.reached !== undefined;
  }

  get error(): Error | undefined {
    return this.#window.error;
  }

  /** Moves the live window to what is seen, and reads on ahead of it. */
  see(first: number, last: number): void {
    const start = Math.max(0, Math.floor((first - STEP / 2) / STEP) * STEP);
    const { rows } = this.#stretch;
    const after = start === 0 ? undefined : rows[start - 1]?.sort;
    if (after !== this.#after && (start === 0 || after !== undefined)) this.#after = after;
    if (last + AHEAD > rows.length && !this.#stretch.complete) void this.#fetch(last + AHEAD);
  }

  /** Reads on below what is known. A page may hold few rows, or none, and still not be the last. */
  async #fetch(wanted: number): Promise<void> {
    if (this.#fetching) return;
    this.#fetching = true;
    try {
      while (!this.#known.complete && this.#known.rows.length < wanted && this.#known.reached !== undefined) {
        const after = this.#known.reached;
        const { answer } = await this.#client.query(
          OrderList,
          { ...askedBy(this.#look), after, limit: WINDOW },
          past.instant === undefined ? {} : { asOf: { instant: past.instant } },
        );
        this.#known = lay(this.#known, after, answer, isRising(this.#look));
        this.#fetched += 1;
      }
    } finally {
      this.#fetching = false;
    }
  }
}
