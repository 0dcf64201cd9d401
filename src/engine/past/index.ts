import {
  byName,
  type Followers,
  type EventEnvelope,
  type Projection,
  type QueryType,
} from '../../kernel/index.ts';
import type { LogFeed } from '../feed.ts';
import { paramsOf } from '../reading/ask.ts';
import { ViewThen } from './answer-then.ts';
import { Pass, type Counted } from './pass.ts';
import { streamsUntil, type Moment } from './until.ts';

export class UnknownQuestionError extends Error {
  override readonly name = 'UnknownQuestionError';
}

/** `attemptId`: under which it can be given up. */
export interface PastAsked {
  readonly query: string;
  readonly params: unknown;
  readonly then: Moment;
  readonly attemptId: string;
}

export interface AnsweredThen {
  readonly answer: unknown;
  readonly position: number;
}

/** Moments that are kept at once: whoever looks back steps between two or three. */
const KEPT = 3;
/** And how long after the last question: a large book takes much memory. */
const IDLE_MS = 120_000;

const answerOf = async (
  query: QueryType,
  params: unknown,
  view: ViewThen,
  position: number,
): Promise<AnsweredThen> => ({
  answer: await query.run(Object.fromEntries(view.tables) as never, params),
  position,
});

/**
 * Answers queries as they would have been answered at a moment of the book, from the log alone: with the rules of today
 * over the events of then. A query of a few streams takes milliseconds. Any other takes a pass over the log, on which all
 * read models that are asked for meanwhile are built together; what it built is kept for the questions that follow.
 */
export const createPast = (
  { queries, projections }: Pick<Followers, 'queries' | 'projections'>,
  feed: Pick<LogFeed, 'read' | 'stream' | 'head'>,
) => {
  const queryOf = byName(queries, ({ name }) => name);
  const projectionOf = byName(projections, ({ name }) => name);
  let kept: readonly { readonly key: string; readonly pass: Pass; readonly done: Promise<void> }[] = [];
  let last: Promise<unknown> = Promise.resolve();
  let idle: ReturnType<typeof setTimeout> | undefined;

  const forget = (): void => {
    clearTimeout(idle);
    kept = [];
  };

  const passFor = (then: Moment, projection: Projection) => {
    const key = JSON.stringify(then);
    kept = kept.filter(({ pass }) => pass.holds);
    const known = kept.find((one) => one.key === key && one.pass.takes(projection));
    if (known) return known;
    const pass = new Pass(then, feed);
    pass.takes(projection);
    // One after the other: passes beside each other would only keep commands waiting longer.
    const done = last.then(() => pass.run());
    const begun = { key, pass, done };
    last = done.catch(() => {
      kept = kept.filter((one) => one !== begun);
    });
    kept = [...kept, begun];
    return begun;
  };

  /** At most so many moments: the oldest ones go. */
  const trim = (): void => {
    const keys = [...new Set(kept.map(({ key }) => key).reverse())].slice(0, KEPT);
    kept = kept.filter(({ key }) => keys.includes(key));
  };

  return {
    /** `tell` hears how far the log was gone through. @throws BadParamsError, StoreFailure, UnknownQuestionError, AbandonedError */
    ask: async (asked: PastAsked, tell?: (counted: Counted) => void): Promise<AnsweredThen> => {
      const query = queryOf.get(asked.query);
      const projection = query && projectionOf.get(query.view);
      if (!query || !projection) throw new UnknownQuestionError(`There is no query ${asked.query}.`);
      const params = paramsOf(query, asked.params);
      const streams = query.streams?.(params);
      if (streams) {
        const events: readonly EventEnvelope[] = await streamsUntil(feed, streams, asked.then);
        const view = new ViewThen(projection);
        await view.take(events);
        return answerOf(query, params, view, events.at(-1)?.position ?? 0);
      }
      clearTimeout(idle);
      const { pass, done } = passFor(asked.then, projection);
      pass.waiting.set(asked.attemptId, tell);
      trim();
      try {
        await done;
      } finally {
        pass.waiting.delete(asked.attemptId);
        idle = setTimeout(forget, IDLE_MS);
      }
      return answerOf(query, params, pass.view(projection.name) ?? new ViewThen(projection), pass.position);
    },
    /** Whoever asked under this id does not wait any more. */
    leave: (attemptId: string): void => {
      for (const { pass } of kept) pass.waiting.delete(attemptId);
    },
    /** Lets go of everything: somebody was forgotten, and rows may name them. */
    forget,
  };
};
