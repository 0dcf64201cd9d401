import { createSubscriber } from 'svelte/reactivity';
import type { QueryType } from '../kernel/index.ts';
import type { JobStatus, Lag, Observable } from '../engine/reading/index.ts';
import { useClient } from './context.ts';

/** An answer that stays true while somebody looks. */
export interface Live<Answer> {
  /** The newest answer to the present question; undefined until it has one, whatever was answered to another. */
  readonly current: Answer | undefined;
  /** The present question has been answered. */
  readonly ready: boolean;
  readonly error: Error | undefined;
}

class Followed<Answer> implements Live<Answer> {
  #answer: Answer | undefined;
  #ready = false;
  #error: Error | undefined;
  readonly #subscribe: () => void;

  constructor(source: Observable<Answer>) {
    this.#subscribe = createSubscriber((update) => {
      // Whoever begins to follow reads what is known already right after this.
      let begins = true;
      const leave = source.subscribe(
        (answer) => {
          this.#answer = answer;
          this.#ready = true;
          this.#error = undefined;
          if (!begins) update();
        },
        (error) => {
          this.#error = error;
          if (!begins) update();
        },
      );
      begins = false;
      return leave;
    });
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
}

const NOTHING: Observable<never> = { subscribe: () => () => undefined };

const NOW = (): undefined => undefined;

/**
 * A query's answer as a rune, live over all tabs; `params` may use runes, and undefined asks nothing. With `asOf` it is the
 * answer of that instant, and stays. During a component's initialisation. @throws BadParamsError where `current` is read
 */
export const live = <Params, Answer>(
  query: QueryType<string, Params, Answer>,
  params: () => object | undefined = () => ({}),
  asOf: () => string | undefined = NOW,
): Live<Answer> => {
  const client = useClient();
  // As text: what is asked again in the same words is the same question, and keeps its answer.
  const question = $derived(JSON.stringify([params() ?? null, asOf() ?? null]));
  const followed = $derived.by(() => {
    const [asked, then] = JSON.parse(question) as [object | null, string | null];
    return new Followed(asked === null ? NOTHING : client.live(query, asked, then ?? undefined));
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

/** The book's jobs, newest first, as a rune. During a component's initialisation. */
export const followJobs = (): Live<readonly JobStatus[]> => new Followed(useClient().jobs);

/** The read model that is furthest behind the log, undefined while all follow, as a rune. During a component's initialisation. */
export const followLag = (): Live<Lag | undefined> => new Followed(useClient().lag);
