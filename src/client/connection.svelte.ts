import { SvelteSet } from 'svelte/reactivity';
import type { Rejection } from '../kernel/index.ts';
import type { Opened } from '../engine/host/api.ts';
import type { StoreFault } from '../engine/ports.ts';

/** How the page stands to its book, for the shell to show. */
export class Connection {
  /** Why nothing can be read, whatever becomes of the writing. */
  #unread: { readonly fault: StoreFault; readonly message: string } | undefined;
  readonly #doubted = new SvelteSet<string>();
  #replaces = false;
  #madeWay = false;
  offline = $state(!navigator.onLine);
  /** Why nothing can be written: the book is locked until the person acts. */
  lockdown = $state<{ readonly fault: StoreFault; readonly message: string }>();
  /** The book is not open yet, and that takes long. */
  opensSlowly = $state(false);
  /** A book that was made just now, on this very start. */
  fresh = $state(false);

  /** Commands whose outcome is being looked up: *Checking…*. */
  get checking(): number {
    return this.#doubted.size;
  }

  doubted(commandId: string): void {
    this.#doubted.add(commandId);
  }

  cleared(commandId: string): void {
    this.#doubted.delete(commandId);
  }

  constructor() {
    addEventListener('online', () => (this.offline = false));
    addEventListener('offline', () => (this.offline = true));
  }

  opened(opened: Opened): void {
    this.opensSlowly = false;
    if (opened.status === 'open') {
      this.lockdown = this.#unread;
      this.fresh = opened.fresh;
    } else if (!this.#makesWay(opened.fault))
      this.lockdown = { fault: opened.fault, message: opened.message };
  }

  lostReading(fault: StoreFault): void {
    this.#unread = { fault, message: fault };
    this.lockdown ??= this.#unread;
  }

  /**
   * Puts another book in this one's place, which gives the refusal, if it was refused. This page makes way as well, and is
   * loaded anew after it: told of that before, it would reload while the place is not taken yet, and end what takes it.
   */
  async replacing(work: () => Promise<Rejection | undefined>): Promise<Rejection | undefined> {
    this.#replaces = true;
    let isDone = false;
    try {
      const refused = await work();
      isDone = refused === undefined;
      return refused;
    } finally {
      this.#replaces = isDone;
      if (!isDone && this.#madeWay) this.locked('book-replaced');
    }
  }

  locked(fault: StoreFault): void {
    if (!this.#makesWay(fault)) this.lockdown ??= { fault, message: fault };
  }

  /** It is this page's own doing. */
  #makesWay(fault: StoreFault): boolean {
    if (!this.#replaces || fault !== 'book-replaced') return false;
    this.#madeWay = true;
    return true;
  }
}
