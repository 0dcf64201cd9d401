import type { Application, EventEnvelope, QueryType } from '../../kernel/index.ts';
import type { LogFeed } from '../feed.ts';
import { paramsOf } from '../reading/ask.ts';
import { answerThen } from './answer-then.ts';
import { logUntil, streamsUntil, type Moment } from './until.ts';

export class UnknownQuestionError extends Error {
  override readonly name = 'UnknownQuestionError';
}

/**
 * Answers a query as it would have been answered at a moment of the book, from the log alone: with the rules of today
 * over the events of then. A query of a few streams takes milliseconds, any other one a pass over the log.
 * @throws BadParamsError, StoreFailure, UnknownQuestionError
 */
export const askPast = (
  { queries, projections }: Pick<Application, 'queries' | 'projections'>,
  feed: Pick<LogFeed, 'read' | 'stream'>,
  asked: { readonly query: string; readonly params: unknown; readonly then: Moment },
): Promise<{ readonly answer: unknown; readonly position: number }> => {
  const query: QueryType | undefined = queries.find(({ name }) => name === asked.query);
  const projection = projections.find(({ name }) => name === query?.view);
  if (!query || !projection) throw new UnknownQuestionError(`There is no query ${asked.query}.`);
  const params = paramsOf(query, asked.params);
  const streams = query.streams?.(params);
  const events: AsyncIterable<readonly EventEnvelope[]> = streams
    ? streamsUntil(feed, streams, asked.then)
    : logUntil(feed, asked.then);
  return answerThen(query, params, projection, events);
};
