import type { AskOptions, Client, DispatchOptions } from './client.ts';
import { deedsOf, messagesOf, momentOf, stretchOf } from './door-words.ts';
import type { Intervention, Repair } from '../engine/registry/index.ts';

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
  /** Whether these can be taken back now, or why not: `[{ commandId }]` or `[{ position }]` of one of its events. */
  undoOffers: async (deeds: Parameters<Client['undoOffers']>[0]) => client.undoOffers(deedsOf(deeds, false)),
  /** Takes them back, or all of one correlation: `undo({ correlationId })`. A receipt for each. */
  undo: async (what: Parameters<Client['undo']>[0], reason?: string) =>
    client.undo(deedsOf(what, true), reason),
  /**
   * Tries commands on a branch of the book: `{ outcomes, happens, differences, answers, apply() }`. Nothing is written
   * until `apply()`, which gives these very commands.
   */
  whatIf: async (commands: Parameters<Client['whatIf']>[0], options?: Parameters<Client['whatIf']>[1]) =>
    client.whatIf(messagesOf(commands), options),
  /** Starts an asynchronous command; its receipt is `accepted`, and `jobs()` tells how it goes. */
  startJob: (type: string, payload: unknown = {}, options: Parameters<Client['startJob']>[2] = {}) =>
    client.startJob(type, payload, options),
  /** Asks a query by its name: `{ answer, position, stale }`; as of then with `asOf: { position }` or `{ instant }`. */
  query: async (name: string, params: unknown = {}, options?: AskOptions) => {
    const query = (await client.queries()).find((known) => known.name === name);
    if (!query) throw new UnknownQueryError(`There is no query ${name}. queries() lists them all.`);
    const asOf = momentOf(options?.asOf);
    return client.query(query, params, asOf === undefined ? options : { ...options, asOf });
  },
  /** The log itself: at most `limit` events after a position. */
  events: async ({ after = 0, limit = 100 }: { readonly after?: number; readonly limit?: number } = {}) =>
    client.events(stretchOf({ after, limit })),
  /** The log backwards and narrowed, one entry in full, what it comes from and what came of it. */
  log: client.log,
  /** One job by the id that its receipt names, also one that `jobs()` lists no more: `{ status, progress, report, error }`. */
  job: (jobId: string) => client.job(jobId),
  /** The newest jobs, as they stand now. */
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
  repair: (repairs: readonly (Repair | Intervention)[]) => client.repair(repairs),
  /** What was done to the read models lately, by whom. */
  repairs: (limit = 50) => client.repairs(limit),
  /** What read models could not take in. */
  deadLetters: () => client.deadLetters(),
  /** What processes do not get done by themselves, and the timers that wait; `repair` takes what is to be done about it. */
  stuck: () => client.stuck(),
  timers: () => client.timers(),
  /** What was refused, newest first, with who asked for it. */
  refusals: (limit = 100) => client.refusals(limit),
  /** Where messages of what happens go: `list()`, `save({…})`, `remove(id)`, `hurry(id)`, `test(id)`, `settle({…})`. */
  outlets: client.outlets,
  /** Measuring: `status()`, `set({ on, endpoint })`, `samples()`, `spans()`, `prometheus()`. */
  telemetry: client.telemetry,
  /** Copies of the whole book: `make(passphrase)`, `file(jobId)`, `open(file, passphrase)`, `stage(id, …)`, `adopt(id)`. */
  backups: client.backups,
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
