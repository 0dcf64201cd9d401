import type { AskOptions, Client, DispatchOptions } from './client.ts';
import type { Repair } from '../engine/registry/index.ts';

export class UnknownQueryError extends Error {
  override readonly name = 'UnknownQueryError';
}

/**
 * `window.counterfoil`: the scripting door, for power users and automation. The same client that the screens use,
 * by names: `commands()` and `queries()` list them with the JSON Schema of what they take.
 */
export const scriptingDoor = (client: Client) => ({
  /** Gives a command; the promise is its receipt. */
  dispatch: (type: string, payload: unknown = {}, options: DispatchOptions = {}) =>
    client.dispatch(type, payload, options),
  /** Starts an asynchronous command; its receipt is `accepted`, and `jobs()` tells how it goes. */
  startJob: (type: string, payload: unknown = {}, options: Parameters<Client['startJob']>[2] = {}) =>
    client.startJob(type, payload, options),
  /** Asks a query by its name: `{ answer, position, stale }`; as of then with `asOf: { position }` or `{ instant }`. */
  query: (name: string, params: unknown = {}, options?: AskOptions) => {
    const query = client.queries.find((known) => known.name === name);
    if (!query) throw new UnknownQueryError(`There is no query ${name}. queries() lists them all.`);
    return client.query(query, params, options);
  },
  /** The log itself: at most `limit` events after a position. */
  events: ({ after = 0, limit = 100 }: { readonly after?: number; readonly limit?: number } = {}) =>
    client.events({ after, limit }),
  jobs: () =>
    new Promise((resolve, reject) => {
      let leave: () => void = () => undefined;
      leave = client.jobs.subscribe((jobs) => {
        resolve(jobs);
        queueMicrotask(() => {
          leave();
        });
      }, reject);
    }),
  health: () => client.health(),
  /** Does something to the read models, e.g. `repair([{ do: 'rebuild', view: 'order-list' }])`; `health()` tells how it goes. */
  repair: (repairs: readonly Repair[]) => client.repair(repairs),
  /** What was done to the read models lately, by whom. */
  repairs: (limit = 50) => client.repairs(limit),
  /** What read models could not take in. */
  deadLetters: () => client.deadLetters(),
  /** What was refused, newest first, with who asked for it. */
  refusals: (limit = 100) => client.refusals(limit),
  /** Where messages of what happens go: `list()`, `save({…})`, `remove(id)`, `hurry(id)`, `settle({…})`. */
  outlets: client.outlets,
  /** Signs in in this tab: `signed-in`, `wrong-pin`, or `wait` until when. */
  signIn: (operatorId: string, pin: string) => client.session.signIn(operatorId, pin),
  signOut: () => client.session.signOut(),
  setPin: (operatorId: string, pin: string) => client.session.setPin(operatorId, pin),
  /** Ends signing in, on the PIN of whoever is signed in. */
  turnOffSignIn: (pin: string) => client.session.turnOff(pin),
  /** Whether the log is whole: its chain of hashes, recomputed. */
  verify: () => client.verify(),
  commands: async () => (await client.describe()).commands,
  jobTypes: async () => (await client.describe()).jobs,
  queries: async () => (await client.describe()).queries,
});
