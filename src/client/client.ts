import { v7 } from 'uuid';
import type { EventEnvelope, QueryType, Receipt } from '../kernel/index.ts';
import type { DeadLetter, Description, Health, JobFile } from '../engine/host/api.ts';
import type { Durability, KeptOutcome, StoreFault } from '../engine/ports.ts';
import {
  createReadSide,
  liveJobs,
  liveProgress,
  takeJobFile,
  type Answered,
  type Observable,
} from '../engine/reading/index.ts';
import type { QueryOptions } from '../engine/reading/index.ts';
import type { Moment } from '../engine/past/until.ts';
import type { Repair, RepairRow } from '../engine/registry/index.ts';
import { Connection } from './connection.svelte.ts';
import { Link } from './link.ts';
import { createOutletsOf } from './outlets.ts';
import { Pending } from './pending.svelte.ts';
import { dispatchToTruth } from './resolve.ts';
import { Session } from './session.svelte.ts';
import { localWitness } from './witness.ts';

/** How long plain questions to the engine may take. */
const ASK_MS = 10_000;
/** A log of 100,000 orders is gone through in some ten seconds. */
const WHOLE_LOG_MS = 120_000;

export interface DispatchOptions {
  /** Minted when the form opens, so that a second click or a retry cannot book twice; a fresh one unless given. */
  readonly commandId?: string;
  /** ISO instant: when it happened, if not now. */
  readonly occurredAt?: string;
  /** `strict` unless given: survives a power cut. */
  readonly durability?: Durability;
  readonly correlationId?: string;
  /** Called when no answer came in time and the outcome is being looked up. */
  readonly onChecking?: () => void;
}

export interface AskOptions extends QueryOptions {
  /** Answers as the book stood at this moment, from the log; the other options then mean nothing. */
  readonly asOf?: Moment;
}

export interface ClientConfig {
  readonly book: string;
  readonly spawn: () => Worker;
  /** Every query of the trade; their views are waited for before a commit counts as shown. */
  readonly queries: readonly QueryType[];
}

/** The page's whole view of the data: commands in, receipts and live answers out. */
export const createClient = ({ book, spawn, queries }: ClientConfig) => {
  const read = createReadSide({ book });
  const connection = new Connection();
  const pending = new Pending(liveProgress(book), [...new Set(queries.map((query) => query.view))]);
  const link = new Link(spawn, localWitness(book), (opened) => {
    connection.opened(opened);
  });
  const session = new Session(link, book);
  const outlets = createOutletsOf(link, book);
  // After a sleep or a freeze messages may have been missed (promises.md, row 28).
  const refresh = () => {
    if (document.visibilityState === 'visible')
      void link.call((engine) => engine.refresh(), ASK_MS).catch(() => link.revive());
  };
  document.addEventListener('visibilitychange', refresh);
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) refresh();
  });

  const settled = (receipt: Receipt): Receipt => {
    const committed = receipt.status === 'duplicate' ? receipt.original : receipt;
    if (committed.status === 'committed') pending.add(committed);
    if (receipt.status === 'in-doubt' && receipt.reason !== 'no-answer')
      connection.locked(receipt.reason as StoreFault);
    return receipt;
  };

  return {
    connection,
    pending,
    session,
    outlets,
    queries,
    /** A fresh UUIDv7 for an entity or a command. */
    newId: (): string => v7(),
    /** Sends a command and sees it through to one truth. Never fails for an expected reason: read the receipt. */
    dispatch: async (type: string, payload: unknown, options: DispatchOptions = {}): Promise<Receipt> => {
      const { commandId = v7(), occurredAt, correlationId, durability = 'strict' } = options;
      const command = { commandId, type, payload, occurredAt, correlationId };
      const receipt = await dispatchToTruth(link, command, durability, () => {
        connection.doubted(commandId);
        options.onChecking?.();
      });
      connection.cleared(commandId);
      return settled(receipt);
    },
    /** Starts an asynchronous command; the receipt is `accepted`, the rest is in `jobs`. */
    startJob: (
      type: string,
      payload: unknown,
      {
        commandId = v7(),
        files = [],
      }: { readonly commandId?: string; readonly files?: readonly JobFile[] } = {},
    ): Promise<Receipt> => link.call((engine) => engine.accept({ commandId, type, payload }, files), ASK_MS),
    /** False when the present operator may not do it. */
    cancelJob: (jobId: string): Promise<boolean> => link.call((engine) => engine.cancelJob(jobId), ASK_MS),
    /** The file that a job has made, once; undefined when it made none, or it was fetched before. */
    jobFile: (jobId: string): Promise<Blob | undefined> => takeJobFile(book, jobId),
    /** Newest first. */
    jobs: liveJobs(book),
    /** Answers once. @throws BadParamsError, NotPermittedError, of the past also NoAnswerError */
    query: async <Params, Answer>(
      query: QueryType<string, Params, Answer>,
      params: unknown,
      { asOf, ...options }: AskOptions = {},
    ): Promise<Answered<Answer>> => {
      if (!session.permits(query.name)) await session.permit(query.name);
      if (asOf) {
        const asked = { query: query.name, params, then: asOf, attemptId: v7() };
        const then = await link.call((engine) => engine.past(asked), WHOLE_LOG_MS);
        return { answer: then.answer as Answer, position: then.position, stale: false };
      }
      return read.query(query, params, options);
    },
    live: <Params, Answer>(query: QueryType<string, Params, Answer>, params: unknown): Observable<Answer> => {
      const source = read.live(query, params);
      return session.permits(query.name) ? source : session.guarded(query.name, source);
    },
    /** Recomputes the chain of the whole log, however long that takes. */
    verify: () => link.call((engine) => engine.verify(), WHOLE_LOG_MS),
    health: (): Promise<Health> => link.call((engine) => engine.health(), ASK_MS),
    refusals: (limit: number): Promise<readonly KeptOutcome[]> =>
      link.call((engine) => engine.refusals(limit), ASK_MS),
    events: (range: { readonly after: number; readonly limit: number }): Promise<readonly EventEnvelope[]> =>
      link.call((engine) => engine.events(range), ASK_MS),
    /** Does something to the read models; the receipt is `accepted`, `health` and `repairs` tell how it goes. */
    repair: (repairs: readonly Repair[], commandId: string = v7()): Promise<Receipt> =>
      link.call((engine) => engine.repair({ commandId, repairs }), ASK_MS),
    /** What was asked for lately, the newest first. */
    repairs: (limit: number): Promise<readonly RepairRow[]> =>
      link.call((engine) => engine.repairs(limit), ASK_MS),
    /** Streams that a read model could not go on with. */
    deadLetters: (): Promise<readonly DeadLetter[]> => link.call((engine) => engine.deadLetters(), ASK_MS),
    /** The event that such a stream waits with. */
    deadLetter: (letter: Pick<DeadLetter, 'view' | 'stream'>): Promise<EventEnvelope | undefined> =>
      link.call((engine) => engine.deadLetter(letter), ASK_MS),
    describe: (): Promise<Description> => link.call((engine) => engine.describe(), ASK_MS),
    /** Spawns the engine anew, e.g. when the person asks to try again. */
    reconnect: (): void => {
      link.respawn();
    },
    /** Ends the worker and lets go of the read models; the client is of no more use. */
    close: async (): Promise<void> => {
      session.close();
      outlets.close();
      link.close();
      await read.close();
    },
  };
};

export type Client = ReturnType<typeof createClient>;
