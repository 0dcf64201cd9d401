import type { Dexie } from 'dexie';
import type { QueryType } from '../../kernel/index.ts';
import { answerAt, emptyAnswer } from './ask.ts';
import { livePosition } from './live.ts';
import { asError } from './observable.ts';
import type { ViewConnection } from './view-connection.ts';

/** What was read, and how far the read model was; `stale` when it had not come as far as was asked for in time. */
export interface Answered<Answer> {
  readonly answer: Answer;
  readonly position: number;
  readonly stale: boolean;
}

/** How long the last, late reading may take before an older one is given. */
const GRACE_MS = 200;
/** And when there is no older one: rows that are there are worth a wait on a busy machine, and "nothing" would be wrong. */
const FIRST_READING_MS = 10_000;

const after = (ms: number): { readonly passed: Promise<'late'>; cancel(): void } => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const passed = new Promise<'late'>((resolve) => (timer = setTimeout(resolve, ms, 'late')));
  return { passed, cancel: () => clearTimeout(timer) };
};

interface Wait {
  readonly done: Promise<void>;
  cancel(): void;
}

/** Until another database than the one that failed answers. */
const replaced = (connection: ViewConnection, failed: Dexie): Wait => {
  let cancel: () => void = () => undefined;
  const done = new Promise<void>((resolve) => {
    cancel = connection.subscribe(resolve);
    if (connection.db && connection.db !== failed) resolve();
  });
  return { done, cancel };
};

/** Until it is known that there are no rows, or they can be read. */
const arrived = (connection: ViewConnection): Wait => {
  let cancel: () => void = () => undefined;
  const done = new Promise<void>((resolve) => {
    const look = () => {
      if (!connection.arriving) resolve();
    };
    cancel = connection.subscribe(look);
    look();
  });
  return { done, cancel };
};

/** Until the rows have come to the position, in this generation or the next. */
const reached = (connection: ViewConnection, position: number): Wait => {
  let cancel: () => void = () => undefined;
  const done = new Promise<void>((resolve) => {
    cancel = livePosition(connection).subscribe((at) => {
      if (at >= position) resolve();
    });
  });
  return { done, cancel };
};

/**
 * Reads until the answer is as new as asked for, or time is up. A reading that failed is tried again when another
 * generation answers; its error counts when none did in time.
 */
export const awaitAnswer = async <Params, Answer>(
  connection: ViewConnection,
  query: QueryType<string, Params, Answer>,
  params: Params,
  { atLeast, timeoutMs }: { readonly atLeast: number; readonly timeoutMs: number },
): Promise<Answered<Answer>> => {
  const deadline = after(timeoutMs);
  const state: {
    newest?: { answer: Answer; position: number };
    failure?: { readonly error: Error; readonly of: Dexie };
  } = {};

  const read = async (): Promise<void> => {
    const { db } = connection;
    if (!db) return;
    try {
      state.newest = await answerAt(db, query, params);
      delete state.failure;
    } catch (error) {
      // It may have been closed meanwhile, or be laid out for an older version of the query: another may follow.
      state.failure = { error: asError(error), of: db };
    }
  };

  try {
    let reading: Promise<void> | undefined;
    for (let late = false; !late;) {
      reading = connection.db && read();
      late = (await Promise.race([reading, deadline.passed])) === 'late';
      if (state.newest && state.newest.position >= atLeast) return { ...state.newest, stale: false };
      if (late) break;
      const { failure } = state;
      const move = failure ? replaced(connection, failure.of) : reached(connection, atLeast);
      late = (await Promise.race([move.done, deadline.passed])) === 'late';
      move.cancel();
    }
    const isFirst = !state.newest && !state.failure && (reading !== undefined || timeoutMs > 0);
    const grace = after(isFirst ? FIRST_READING_MS : GRACE_MS);
    const coming = arrived(connection);
    await Promise.race([isFirst ? (reading ?? coming.done.then(read)) : read(), grace.passed]);
    coming.cancel();
    grace.cancel();
    if (state.newest) return { ...state.newest, stale: state.newest.position < atLeast };
    if (state.failure) throw state.failure.error;
    return { ...(await emptyAnswer(query, params)), stale: true };
  } finally {
    deadline.cancel();
  }
};
