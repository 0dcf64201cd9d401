/** A scanner types faster than anybody: this much may lie between two of its keys. */
const GAP_MS = 60;
/** Shorter ones could be a figure typed in a hurry. */
const SHORTEST = 5;

// Codes have figures and no spaces: a name that was pasted or typed at speed is none.
const CODE = /^(?=.*\d)[\x21-\x7e]+$/;

interface Key {
  readonly key: string;
  /** Milliseconds on any clock. */
  readonly at: number;
}

/** What the field that took the keys said before the first of them. */
type Before<Field> = { readonly field: Field; readonly value: string } | undefined;

interface Scan<Field> {
  readonly code: string;
  readonly before: Before<Field>;
}

/**
 * Tells a scanner, which is a keyboard to the browser, from fingers: a code typed at a speed that fingers don't reach,
 * ended by Enter.
 */
export class Burst<Field> {
  #code = '';
  #at = Number.NEGATIVE_INFINITY;
  #before: Before<Field>;

  /** More than one key came at a scanner's speed: they mean nothing to anybody else. */
  get running(): boolean {
    return this.#code.length > 1;
  }

  /** Takes a key; `before` is asked when it may be the first of a code. Gives the scan that this key ended. */
  take({ key, at }: Key, before: () => Before<Field>): Scan<Field> | undefined {
    const isNext = at - this.#at <= GAP_MS;
    if (key === 'Enter') {
      const scan = isNext && this.#isCode() ? { code: this.#code, before: this.#before } : undefined;
      // The next key begins another, and may do so in another field, however soon it comes.
      [this.#code, this.#at] = ['', Number.NEGATIVE_INFINITY];
      return scan;
    }
    // A scanner holds Shift for capitals.
    if (key.length !== 1) return undefined;
    if (!isNext) [this.#code, this.#before] = ['', before()];
    this.#code += key;
    this.#at = at;
    return undefined;
  }

  #isCode(): boolean {
    return this.#code.length >= SHORTEST && CODE.test(this.#code);
  }
}
