import type { QueryType } from '../../kernel/index.ts';
import type { StoreFault } from '../ports.ts';
import { paramsOf } from './ask.ts';
import { awaitAnswer, type Answered } from './await-answer.ts';
import { liveAnswer, livePosition } from './live.ts';
import type { Observable } from './observable.ts';
import { Serving } from './serving.ts';

export interface QueryOptions {
  /** Position that the answer must know of, e.g. a receipt's. */
  readonly atLeast?: number;
  /** How long to wait for it; 2,000 ms unless said otherwise. */
  readonly timeoutMs?: number;
}

/** The read models of a book, as a page may use them: it reads, and never makes or keeps a database. */
export interface ReadSide {
  /**
   * Answers once. Never hangs: what could not be had in time is `stale`, of a view that is not there yet empty.
   * @throws BadParamsError, ReadSideLostError
   */
  query<Params, Answer>(
    query: QueryType<string, Params, Answer>,
    params: unknown,
    options?: QueryOptions,
  ): Promise<Answered<Answer>>;
  /**
   * Answers now and at every change. After an error it goes on with the next change. `mayRead` is asked before each
   * reading; once it says no there are no more answers, and it is to be left. @throws BadParamsError
   */
  live<Params, Answer>(
    query: QueryType<string, Params, Answer>,
    params: unknown,
    mayRead?: () => boolean,
  ): Observable<Answer>;
  /** Position up to which a view answers. */
  checkpoint(view: string): Observable<number>;
  close(): Promise<void>;
}

const TIMEOUT_MS = 2_000;

/** `onLost`: nothing can be read any more, and why. */
export const createReadSide = ({
  book,
  onLost = () => undefined,
}: {
  readonly book: string;
  readonly onLost?: (fault: StoreFault) => void;
}): ReadSide => {
  const serving = new Serving(book, onLost);
  return {
    query: async (query, params, { atLeast = 0, timeoutMs = TIMEOUT_MS } = {}) => {
      const parsed = paramsOf(query, params);
      if (serving.lost) throw serving.lost;
      return awaitAnswer(serving.connection(query.view), query, parsed, { atLeast, timeoutMs });
    },
    live: (query, params, mayRead = () => true) => {
      const parsed = paramsOf(query, params);
      return liveAnswer(serving.connection(query.view), query, parsed, mayRead);
    },
    checkpoint: (view) => livePosition(serving.connection(view)),
    close: () => serving.close(),
  };
};
