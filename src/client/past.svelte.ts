import { proxy } from 'comlink';
import { SvelteMap } from 'svelte/reactivity';
import { v7 } from 'uuid';
import type { AnsweredThen } from '../engine/past/index.ts';
import type { Counted } from '../engine/past/pass.ts';
import type { Moment } from '../engine/past/until.ts';
import type { Observable } from '../engine/reading/index.ts';
import type { Link } from './link.ts';

/** A log of 100,000 orders is gone through in some ten seconds. */
const WHOLE_LOG_MS = 120_000;

/** Questions to the book as it was, and how far it has come with those that it works on. Runes. */
export class Past {
  readonly #link: Link;
  readonly #counting = new SvelteMap<string, Counted>();

  constructor(link: Link) {
    this.#link = link;
  }

  /** Of what takes longest; undefined while nothing is counted. */
  get counted(): Counted | undefined {
    let least: Counted | undefined;
    for (const one of this.#counting.values()) if (!least || one.done < least.done) least = one;
    return least;
  }

  /** Answers once. @throws NoAnswerError, or what the engine says */
  async ask(query: string, params: unknown, then: Moment, attemptId = v7()): Promise<AnsweredThen> {
    const tell = proxy((counted: Counted): void => {
      this.#counting.set(attemptId, counted);
    });
    try {
      return await this.#link.insist(
        (engine) => engine.past({ query, params, then, attemptId }, tell),
        WHOLE_LOG_MS,
      );
    } finally {
      this.#counting.delete(attemptId);
    }
  }

  /** The same for those who follow an answer: the past has only one. Whoever leaves before it came gives it up. */
  answer<Answer>(query: string, params: unknown, then: Moment): Observable<Answer> {
    return {
      subscribe: (next, error) => {
        const attemptId = v7();
        let left = false;
        let answered = false;
        this.ask(query, params, then, attemptId)
          .then(
            ({ answer }) => {
              if (!left) next(answer as Answer);
            },
            (failure: unknown) => {
              if (!left) error?.(failure as Error);
            },
          )
          .finally(() => {
            answered = true;
          });
        return () => {
          left = true;
          this.#counting.delete(attemptId);
          if (!answered)
            void this.#link
              .call((engine) => engine.leavePast(attemptId), WHOLE_LOG_MS)
              .catch(() => undefined);
        };
      },
    };
  }
}
