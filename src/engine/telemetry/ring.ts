/** The newest so many of something; what comes pushes the oldest out. */
export class Ring<Item> {
  readonly #size: number;
  readonly #items: Item[] = [];
  /** Where the oldest stands, once the ring is full. */
  #oldest = 0;

  constructor(size: number) {
    this.#size = size;
  }

  push(item: Item): void {
    if (this.#items.length < this.#size) this.#items.push(item);
    else {
      this.#items[this.#oldest] = item;
      this.#oldest = (this.#oldest + 1) % this.#size;
    }
  }

  /** The oldest first. */
  all(): readonly Item[] {
    return [...this.#items.slice(this.#oldest), ...this.#items.slice(0, this.#oldest)];
  }
}
