import { importKey } from './cipher.ts';

export type KeyMaterial = Uint8Array<ArrayBuffer>;

/** Where the keys of persons are kept. A key that is destroyed never comes back. */
export interface KeyStore {
  /** Keys that there are. */
  read(subjects: readonly string[]): Promise<ReadonlyMap<string, KeyMaterial>>;
  /** The same, with a fresh one, durably kept, for each who has none; not for those who were forgotten. */
  make(subjects: readonly string[]): Promise<ReadonlyMap<string, KeyMaterial>>;
}

/** Keys at hand, so that what a person does every day needs no look into the store. */
const CACHED_KEYS = 10_000;

/** The keys of persons, imported once and kept at hand. */
export class Keyring {
  readonly #store: KeyStore;
  readonly #keys = new Map<string, CryptoKey>();
  readonly #forgotten = new Set<string>();

  constructor(store: KeyStore) {
    this.#store = store;
  }

  /** Keys to seal with, made where there was none. One who was forgotten has none. */
  toSeal(subjects: Iterable<string>): Promise<ReadonlyMap<string, CryptoKey>> {
    return this.#of(subjects, (missing) => this.#store.make(missing));
  }

  /** Keys to open with. */
  toOpen(subjects: Iterable<string>): Promise<ReadonlyMap<string, CryptoKey>> {
    return this.#of(subjects, (missing) => this.#store.read(missing));
  }

  /** Uses their keys no more, whatever the store still has. */
  forget(subjects: readonly string[]): void {
    for (const subject of subjects) {
      this.#forgotten.add(subject);
      this.#keys.delete(subject);
    }
  }

  async #of(
    subjects: Iterable<string>,
    fetch: (missing: readonly string[]) => Promise<ReadonlyMap<string, KeyMaterial>>,
  ): Promise<ReadonlyMap<string, CryptoKey>> {
    const found = new Map<string, CryptoKey>();
    const missing = new Set<string>();
    for (const subject of subjects) {
      const key = this.#keys.get(subject);
      if (key) found.set(subject, key);
      else if (!this.#forgotten.has(subject)) missing.add(subject);
    }
    if (missing.size === 0) return found;
    const material = await fetch([...missing]);
    const imported = await Promise.all(
      [...material].map(async ([subject, bytes]) => [subject, await importKey(bytes)] as const),
    );
    for (const [subject, key] of imported) {
      // They may have been forgotten while their key was on its way.
      if (this.#forgotten.has(subject)) continue;
      found.set(subject, key);
      this.#keep(subject, key);
    }
    return found;
  }

  #keep(subject: string, key: CryptoKey): void {
    this.#keys.set(subject, key);
    if (this.#keys.size <= CACHED_KEYS) return;
    const [oldest] = this.#keys.keys();
    if (oldest !== undefined) this.#keys.delete(oldest);
  }
}
