import type { Dexie } from 'dexie';
import { openGeneration } from './generation.ts';
import { generationName } from './names.ts';
import { Listeners } from './observable.ts';
import type { Generation, GenerationRow } from './registry.ts';

const RETRY_MS = { first: 50, most: 2_000 };

/**
 * The page's connection to whichever generation of one view is serving. It moves when the pointer moves: the new
 * database is open before the old one is left. It gives way at once when its database is upgraded or deleted.
 */
export class ViewConnection {
  readonly #book: string;
  readonly #view: string;
  readonly #changed = new Listeners();
  #target: Generation | undefined;
  #db: Dexie | undefined;
  #moving = true;
  #arriving = true;
  #retryMs = RETRY_MS.first;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #closed = false;

  constructor(book: string, view: string) {
    this.#book = book;
    this.#view = view;
  }

  /** The open database; undefined while there is none. */
  get db(): Dexie | undefined {
    return this.#db;
  }

  /** Another generation is on its way: what this one answers or fails to answer may be amended soon. */
  get moving(): boolean {
    return this.#moving;
  }

  /** It is not known yet whether there are rows, or they were not come at so far. */
  get arriving(): boolean {
    return this.#arriving;
  }

  /** Tells of every other database, or none, behind `db`, and that there is no use in waiting for the first. */
  subscribe(listener: () => void): () => void {
    return this.#changed.add(listener);
  }

  /** Follows the registry's row of this view. */
  point(row: GenerationRow | undefined): void {
    // One that is rebuilt while it serves is laid out as before.
    this.#moving = row?.serving === undefined || (row.building !== undefined && !row.rebuild);
    if (!row?.serving) this.#arrived();
    if (row?.serving?.number === this.#target?.number) return;
    this.#target = row?.serving;
    this.#retryMs = RETRY_MS.first;
    void this.#open();
  }

  close(): void {
    this.#closed = true;
    this.#target = undefined;
    clearTimeout(this.#timer);
    this.#become(undefined);
    this.#arrived();
  }

  async #open(): Promise<void> {
    clearTimeout(this.#timer);
    const target = this.#target;
    if (!target) return;
    const name = generationName(this.#book, this.#view, target.number);
    try {
      const onClosed = (db: Dexie): void => this.#lost(db);
      const db = await openGeneration(name, target.stores, { create: false, onClosed });
      if (this.#target === target) this.#become(db);
      else db.close();
    } catch {
      // It is gone, or not to be opened: the projector sees that too and points elsewhere. Until then, try again.
      if (this.#target !== target) return;
      this.#arrived();
      this.#tryLater();
    }
  }

  #lost(db: Dexie): void {
    if (this.#db !== db) return;
    this.#become(undefined);
    if (!this.#closed) this.#tryLater();
  }

  #tryLater(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#open(), this.#retryMs);
    this.#retryMs = Math.min(this.#retryMs * 2, RETRY_MS.most);
  }

  #arrived(): void {
    if (!this.#arriving) return;
    this.#arriving = false;
    this.#changed.tell();
  }

  #become(db: Dexie | undefined): void {
    const before = this.#db;
    if (before === db) return;
    this.#db = db;
    if (db) this.#arriving = false;
    this.#changed.tell();
    before?.close();
  }
}
