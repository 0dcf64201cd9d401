import { untrack } from 'svelte';
import { v7 } from 'uuid';
import type { Receipt } from '../kernel/index.ts';
import type { SignedIn } from '../engine/session/door.ts';
import type { SessionState } from '../engine/session/session.ts';
import type { Observable } from '../engine/reading/index.ts';
import { pause } from './deadline.ts';
import type { Link } from './link.ts';

/** Hashing a PIN takes a good part of a second, much more on a slow phone. */
const PIN_MS = 20_000;
const AGAIN_MS = 300;
/** Nothing changes for hours: then it is asked again. */
const CHANGE_MS = 3_600_000;

/** Asked of a query that the present operator may not ask. */
export class NotPermittedError extends Error {
  override readonly name = 'NotPermittedError';
}

/** Remembers over a reload whether people sign in here, so that a book without sign-in need not wait to be read. */
const hint = (book: string) => {
  const key = `${book}-sign-in`;
  return {
    get: (): boolean => {
      try {
        return localStorage.getItem(key) !== null;
      } catch {
        return true;
      }
    },
    set: (required: boolean): void => {
      try {
        if (required) localStorage.setItem(key, 'required');
        else localStorage.removeItem(key);
      } catch {
        // Then reading always waits for the worker's word.
      }
    },
  };
};

/** Who is signed in in this tab and what they may do, as the worker says. Runes. */
export class Session {
  #state = $state.raw<SessionState>();
  readonly #link: Link;
  readonly #hint: ReturnType<typeof hint>;
  readonly #onLeft: () => void;
  #known!: Promise<void>;
  #tellKnown: () => void = () => undefined;
  #closed = false;
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- bookkeeping that no screen reads
  readonly #refused = new Set<string>();

  /** `stands`: nobody has to wait for what an answer would make the engine load; `onLeft`: what was shown is not for whoever comes. */
  constructor(link: Link, book: string, stands: Promise<void>, onLeft: () => void) {
    this.#link = link;
    this.#onLeft = onLeft;
    this.#hint = hint(book);
    this.unknow();
    void this.#follow(stands);
  }

  /** Undefined until the worker has said who. */
  get actor() {
    return this.#state?.actor;
  }

  /** Changes when somebody else works here: what the one before was shown is to be asked anew. */
  get who(): string {
    return this.#state?.required === true ? `${this.#state.actor.id}/${this.#state.actor.role}` : 'built-in';
  }

  /** People sign in here, and nobody has in this tab. */
  get signInNeeded(): boolean {
    return this.#state ? this.#state.required && this.#state.actor.role === 'nobody' : false;
  }

  /** Somebody has a PIN, so that people sign in. */
  get required(): boolean {
    return this.#state?.required ?? false;
  }

  /** Nothing is known yet, and there is reason to wait for it. */
  get unknown(): boolean {
    return !this.#state && this.#hint.get();
  }

  get colleagues() {
    return this.#state?.colleagues ?? [];
  }

  /** The name of whoever did something, also of those who left; undefined where the book knows none. */
  nameOf(actorId: string): string | undefined {
    return this.colleagues.find(({ id }) => id === actorId)?.name ?? this.#state?.former[actorId];
  }

  /** Whether a command, a job or a query of this name may be sent. The worker checks it again. */
  may(name: string): boolean {
    const state = this.#state;
    return !state || state.commands.includes(name) || state.queries.includes(name);
  }

  /** Whether it is a command or a job, and may be given. */
  mayGive(name: string): boolean {
    return this.#state?.commands.includes(name) ?? true;
  }

  get seesEngine(): boolean {
    return this.#state?.seesEngine ?? true;
  }

  /**
   * Waits for the worker's word on a query, and has it recorded when it is no.
   * @throws NotPermittedError
   */
  async permit(query: string): Promise<void> {
    if (!this.#state && this.#hint.get()) await this.#known;
    if (!this.#state || this.#state.queries.includes(query)) return;
    await this.#tellRefused(query);
    throw new NotPermittedError(query);
  }

  /** Whether a query may be asked at once, without a wait for the worker. */
  permits(query: string): boolean {
    const state = untrack(() => this.#state);
    return state ? state.queries.includes(query) : !this.#hint.get();
  }

  /** The same answers, once it is known that they may be given. */
  guarded<Answer>(query: string, source: Observable<Answer>): Observable<Answer> {
    return {
      subscribe: (next, error) => {
        let left = false;
        let leave: () => void = () => undefined;
        this.permit(query).then(
          () => {
            if (!left) leave = source.subscribe(next, error);
          },
          (refusal: unknown) => {
            if (!left) error?.(refusal as Error);
          },
        );
        return () => {
          left = true;
          leave();
        };
      },
    };
  }

  signIn(operatorId: string, pin: string): Promise<SignedIn> {
    return this.#link.call((engine) => engine.signIn({ id: v7(), operatorId, pin }), PIN_MS);
  }

  signOut(): Promise<void> {
    return this.#link.call((engine) => engine.signOut(), PIN_MS);
  }

  /** Nobody works here, and nothing may be read, until a worker says who does. */
  unknow(): void {
    this.#become(undefined);
    this.#known = new Promise((resolve) => (this.#tellKnown = resolve));
  }

  setPin(operatorId: string, pin: string): Promise<Receipt> {
    return this.#link.call((engine) => engine.setPin({ id: v7(), operatorId, pin }), PIN_MS);
  }

  /** Ends signing in, on the PIN of whoever is signed in. */
  turnOff(pin: string): Promise<Receipt> {
    return this.#link.call((engine) => engine.turnOffSignIn({ id: v7(), pin }), PIN_MS);
  }

  close(): void {
    this.#closed = true;
  }

  /** Somebody else works here, or nobody. */
  #become(state: SessionState | undefined): void {
    const before = untrack(() => this.who);
    this.#state = state;
    if (before !== untrack(() => this.who)) this.#onLeft();
  }

  /** Once for each state of the session: a live query would ask again and again. */
  async #tellRefused(query: string): Promise<void> {
    const key = `${String(this.#state?.turn)}/${query}`;
    if (this.#refused.has(key)) return;
    this.#refused.add(key);
    await this.#link.call((engine) => engine.mayAsk(query, v7()), PIN_MS).catch(() => undefined);
  }

  async #follow(stands: Promise<void>): Promise<void> {
    if (!this.#hint.get()) await stands;
    let turn = 0;
    while (!this.#closed) {
      try {
        const state = await this.#link.call((engine) => engine.session(turn), CHANGE_MS);
        turn = state.turn;
        this.#become(state);
        this.#hint.set(state.required);
        this.#tellKnown();
      } catch {
        // Another worker begins anew, and nobody is signed in there.
        turn = 0;
        await pause(AGAIN_MS);
      }
    }
  }
}
