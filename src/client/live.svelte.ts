import { createSubscriber } from 'svelte/reactivity';
import type { QueryType } from '../kernel/index.ts';
import type { JobStatus, Observable } from '../engine/reading/index.ts';
import { useClient } from './context.ts';

/** An answer that stays true while somebody looks. */
export interface Live<Answer> {
  /** The newest answer; the last one stays until another question's comes. */
  readonly current: Answer | undefined;
  /** The present question has been answered. */
  readonly ready: boolean;
  readonly error: Error | undefined;
}

class Followed<Answer> {
  #answer: Answer | undefined;
  #ready = false;
  #error: Error | undefined;
  readonly #subscribe: () => void;

  constructor(source: Observable<Answer>, last: Answer | undefined) {
    this.#answer = last;
    this.#subscribe = createSubscriber((update) =>
      source.subscribe(
        (answer) => {
          this.#answer = answer;
          this.#ready = true;
          this.#error = undefined;
          update();
        },
        (error) => {
          this.#error = error;
          update();
        },
      ),
    );
  }

  get current(): Answer | undefined {
    this.#subscribe();
    return this.#answer;
  }

  get ready(): boolean {
    this.#subscribe();
    return this.#ready;
  }

  get error(): Error | undefined {
    this.#subscribe();
    return this.#error;
  }

  /** Without following: what is shown until the next question's answer. */
  get last(): Answer | undefined {
    return this.#answer;
  }
}

const NOTHING: Observable<never> = { subscribe: () => () => undefined };

const follow = <Answer>(source: () => Observable<Answer>): Live<Answer> => {
  let before: Followed<Answer> | undefined;
  const followed = $derived.by(() => {
    before = new Followed(source(), before?.last);
    return before;
  });
  return {
    get current() {
      return followed.current;
    },
    get ready() {
      return followed.ready;
    },
    get error() {
      return followed.error;
    },
  };
};

/**
 * A query's answer as a rune, live over all tabs; `params` may use runes, and undefined asks nothing.
 * During a component's initialisation. @throws BadParamsError where `current` is read
 */
export const live = <Params, Answer>(
  query: QueryType<string, Params, Answer>,
  params: () => object | undefined = () => ({}),
): Live<Answer> => {
  const client = useClient();
  return follow(() => {
    const asked = params();
    return asked === undefined ? NOTHING : client.live(query, asked);
  });
};

/** The book's jobs, newest first, as a rune. During a component's initialisation. */
export const followJobs = (): Live<readonly JobStatus[]> => {
  const client = useClient();
  return follow(() => client.jobs);
};
