import { liveQuery, type Dexie } from 'dexie';
import type { QueryType } from '../../kernel/index.ts';
import { answerOf, positionOf } from './ask.ts';
import { asError, type Observable } from './observable.ts';
import type { ViewConnection } from './view-connection.ts';

/**
 * An error is told after this time, and not at all while a generation is being built: just after an update the
 * tables that serve may still be laid out for the version before.
 */
const PATIENCE_MS = 500;

type Outcome<Value> = { readonly value: Value } | { readonly error: Error };

/**
 * Reads again at each change of what was read. Dexie's own live query is dead after an error before its first
 * answer; here an error is an outcome like another, and the next move of the checkpoint tries again.
 */
const watched =
  <Value>(db: Dexie, read: (db: Dexie) => Promise<Value>) =>
  async (): Promise<Outcome<Value>> => {
    try {
      return { value: await read(db) };
    } catch (error) {
      await positionOf(db);
      return { error: asError(error) };
    }
  };

/** A reading of a view that stays true: over changes of its rows, and over a change of generation without a gap. */
const watch = <Value>(
  connection: ViewConnection,
  read: (db: Dexie) => Promise<Value>,
): Observable<Value> => ({
  subscribe: (next, error) => {
    let leave: () => void = () => undefined;
    let patience: ReturnType<typeof setTimeout> | undefined;
    const told = (outcome: Outcome<Value>): void => {
      clearTimeout(patience);
      if ('value' in outcome) next(outcome.value);
      else
        patience = setTimeout(() => {
          if (!connection.moving) error?.(outcome.error);
        }, PATIENCE_MS);
    };
    const attach = (): void => {
      leave();
      const { db } = connection;
      if (!db) return;
      const subscription = liveQuery(watched(db, read)).subscribe({
        next: told,
        // Only a connection on its way out comes here; the next one attaches anew.
        error: () => undefined,
      });
      leave = () => subscription.unsubscribe();
    };
    const stop = connection.subscribe(attach);
    attach();
    return () => {
      stop();
      leave();
      clearTimeout(patience);
    };
  },
});

/** What a reading comes to that nobody wants any more. */
const never = <Answer>(): Promise<Answer> => new Promise(() => undefined);

/** The query's answer now and at every change of its rows, for as long as it `mayRead`. */
export const liveAnswer = <Params, Answer>(
  connection: ViewConnection,
  query: QueryType<string, Params, Answer>,
  params: Params,
  mayRead: () => boolean,
): Observable<Answer> =>
  watch(connection, (db) => (mayRead() ? answerOf(db, query, params) : never<Answer>()));

/** The position that the view's rows have reached, now and at every move. */
export const livePosition = (connection: ViewConnection): Observable<number> => watch(connection, positionOf);
