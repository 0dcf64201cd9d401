import { SvelteSet } from 'svelte/reactivity';
import type { OrderRow } from '../../../views/order-outline/row.ts';

/** As many as are done in one go while somebody waits for it. */
export const MOST_SELECTED = 500;

/** The list as the keyboard goes through it. */
export interface Walked {
  /** The row that the keyboard is at. */
  rowAt(): OrderRow | undefined;
  /** All that is known of the list; more comes as it is scrolled. */
  rows(): readonly OrderRow[];
  /** So many rows onwards, from anywhere in the room. */
  walk(step: number): Promise<void>;
}

/** The orders that something is to be done with at once: which, and not what they were like when they were selected. */
export class Selection {
  /** A press on a row selects it, instead of opening it: for fingers. */
  byTouch = $state(false);
  readonly #ids = new SvelteSet<string>();
  /** Where a stretch of rows begins. */
  #anchor: string | undefined;

  /** Somebody selects. */
  get isOn(): boolean {
    return this.byTouch || this.#ids.size > 0;
  }

  get ids(): readonly string[] {
    return [...this.#ids];
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  toggle(row: OrderRow): void {
    this.#anchor = row.id;
    if (!this.#ids.delete(row.id)) this.#add(row);
  }

  /** From where it was last selected to this row, in the order of the list. */
  reach(list: readonly OrderRow[], row: OrderRow): void {
    const at = (id: string | undefined): number => list.findIndex((one) => one.id === id);
    const [from, to] = [at(this.#anchor), at(row.id)];
    if (from < 0 || to < 0) this.toggle(row);
    else for (const one of list.slice(Math.min(from, to), Math.max(from, to) + 1)) this.#add(one);
  }

  all(list: readonly OrderRow[]): void {
    for (const row of list) this.#add(row);
  }

  leave(): void {
    this.#ids.clear();
    this.#anchor = undefined;
    this.byTouch = false;
  }

  #add(row: OrderRow): void {
    if (this.#ids.size < MOST_SELECTED) this.#ids.add(row.id);
  }
}
