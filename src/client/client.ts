import { v7 } from 'uuid';
import type { EventEnvelope, QueryType, Receipt } from '../kernel/index.ts';
import type { DeadLetter, Description, Health, Opened } from '../engine/host/api.ts';
import type { OpenedLetter } from '../engine/repairs/shapes.ts';
import type { ShownRefusal } from '../engine/browsing/shapes.ts';
import type { Durability, StoreFault } from '../engine/ports.ts';
import {
  createReadSide,
  isUnwritten,
  liveLag,
  liveProgress,
  liveRebuilds,
  type Answered,
  type Observable,
} from '../engine/reading/index.ts';
import type { QueryOptions } from '../engine/reading/index.ts';
import type { Moment } from '../engine/past/until.ts';
import type { Intervention, Repair, RepairRow } from '../engine/registry/index.ts';
import type { Stuck, WaitingTimer } from '../engine/processes/index.ts';
import { createAllowing } from './allowing.ts';
import { createBackupsOf } from './backups.ts';
import { Connection } from './connection.svelte.ts';
import { createFirstRoom, NO_ROOM } from './first-room.ts';
import { createJobsOf } from './jobs.ts';
import { KeptAnswers } from './kept-answers.ts';
import { Link } from './link.ts';
import { createLogOf } from './log.ts';
import { createOutletsOf } from './outlets.ts';
import { Past } from './past.svelte.ts';
import { createUndoOf } from './undo.ts';
import { createTrialsOf } from './what-if.ts';
import { Pending } from './pending.svelte.ts';
import { dispatchToTruth } from './resolve.ts';
import { Session } from './session.svelte.ts';
import { createTelemetryOf } from './telemetry.ts';
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
  /** Read models that are waited for before a commit counts as shown. */
  readonly views: readonly string[];
  /** Every query of the trade, for scripts that ask by name: rooms bring their own. */
  readonly queries: () => Promise<readonly QueryType[]>;
  /** There are rooms, the first of which says when it is `drawn`; left out: nothing waits for one. */
  readonly hasRooms?: boolean;
}

/** The page's whole view of the data: commands in, receipts and live answers out. */
export const createClient = ({ book, spawn, views, queries, hasRooms = false }: ClientConfig) => {
  const witness = localWitness(book);
  // Asked before anything of the book is opened, which may make it.
  const isNew = witness.recall() === undefined ? isUnwritten(book) : Promise.resolve(false);
  const connection = new Connection();
  const onLost = (fault: StoreFault): void => {
    connection.lostReading(fault);
  };
  const read = createReadSide({ book, onLost });
  const kept = new KeptAnswers();
  const progress = liveProgress(book);
  const pending = new Pending(progress, views);
  const firstRoom = hasRooms ? createFirstRoom() : NO_ROOM;
  const link = new Link(
    spawn,
    witness,
    {
      opened: (opened) => {
        connection.opened(opened);
      },
      slow: () => {
        connection.opensSlowly = true;
      },
    },
    firstRoom,
  );
  const session = new Session(link, book, firstRoom.stands, kept.forget);
  const allowing = createAllowing(link, book);
  const outlets = createOutletsOf(link, book, allowing);
  const telemetry = createTelemetryOf({ link, book, allowing, progress, views });
  const past = new Past(link);
  const backups = createBackupsOf(link, book, connection);
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

  const dispatch = async (
    type: string,
    payload: unknown,
    options: DispatchOptions = {},
  ): Promise<Receipt> => {
    const { commandId = v7(), occurredAt, correlationId, durability = 'strict' } = options;
    const trace = telemetry.begin(type);
    const { traceparent } = trace;
    const command = { commandId, type, payload, occurredAt, correlationId, traceparent };
    const receipt = await dispatchToTruth(link, command, durability, () => {
      connection.doubted(commandId);
      options.onChecking?.();
    });
    connection.cleared(commandId);
    trace.end(receipt);
    return settled(receipt);
  };

  return {
    /** True where nothing was ever written on this device: known before the engine runs. False proves nothing. */
    isNew,
    connection,
    firstRoom,
    pending,
    session,
    outlets,
    past,
    telemetry,
    log: createLogOf(link),
    backups,
    queries,
    /** A fresh UUIDv7 for an entity or a command. */
    newId: (): string => v7(),
    /** Sends a command and sees it through to one truth. Never fails for an expected reason: read the receipt. */
    dispatch,
    ...createTrialsOf(link, dispatch),
    ...createUndoOf(link, settled),
    ...createJobsOf(link, book),
    /** The read models that are made anew, as that goes on. */
    rebuilds: liveRebuilds(book),
    /** The read model that is furthest behind the log; undefined while all follow. */
    lag: liveLag(book),
    /** Answers once. @throws BadParamsError, NotPermittedError, of the past also NoAnswerError */
    query: async <Params, Answer>(
      query: QueryType<string, Params, Answer>,
      params: unknown,
      { asOf, ...options }: AskOptions = {},
    ): Promise<Answered<Answer>> => {
      if (!session.permits(query.name)) await session.permit(query.name);
      if (asOf) {
        const then = await past.ask(query.name, params, asOf);
        return { answer: then.answer as Answer, position: then.position, stale: false };
      }
      // Who has just made a product finds it by its name: what was written on this page is waited for, though not for long.
      return read.query(query, params, { atLeast: pending.newest, ...options });
    },
    /** Answers again whenever the answer changes; as of an instant of the past once. */
    live: <Params, Answer>(
      query: QueryType<string, Params, Answer>,
      params: unknown,
      asOf?: string,
    ): Observable<Answer> => {
      const source =
        asOf === undefined
          ? kept.of(`${query.name} ${JSON.stringify(params)}`, (mayRead) => read.live(query, params, mayRead))
          : past.answer<Answer>(query.name, params, { instant: asOf });
      return firstRoom.watched(session.permits(query.name) ? source : session.guarded(query.name, source));
    },
    /** Recomputes the chain of the whole log, however long that takes. */
    verify: () => link.call((engine) => engine.verify(), WHOLE_LOG_MS),
    /** How the book was opened. @throws NoAnswerError */
    opened: (): Promise<Opened> => link.opened(),
    health: (): Promise<Health> => link.call((engine) => engine.health(), ASK_MS),
    refusals: (limit: number): Promise<readonly ShownRefusal[]> =>
      link.call((engine) => engine.refusals(limit), ASK_MS),
    events: (range: { readonly after: number; readonly limit: number }): Promise<readonly EventEnvelope[]> =>
      link.call((engine) => engine.events(range), ASK_MS),
    /** Does something to read models or processes; the receipt is `accepted`, `health` and `repairs` tell how it goes. */
    repair: (repairs: readonly (Repair | Intervention)[], commandId: string = v7()): Promise<Receipt> =>
      link.call((engine) => engine.repair({ commandId, repairs }), ASK_MS),
    /** What was asked for lately, the newest first. */
    repairs: (limit: number): Promise<readonly RepairRow[]> =>
      link.call((engine) => engine.repairs(limit), ASK_MS),
    /** Streams that a read model could not go on with. */
    deadLetters: (): Promise<readonly DeadLetter[]> => link.call((engine) => engine.deadLetters(), ASK_MS),
    /** The entry that such a stream waits with, and what the read model has of it, as far as the operator may read it. */
    deadLetter: (letter: Pick<DeadLetter, 'view' | 'stream'>): Promise<OpenedLetter | undefined> =>
      link.call((engine) => engine.deadLetter(letter), ASK_MS),
    /** What processes do not get done by themselves. */
    stuck: (): Promise<readonly Stuck[]> => link.call((engine) => engine.stuck(), ASK_MS),
    /** The timers that wait, the one that is due next first. */
    timers: (): Promise<readonly WaitingTimer[]> => link.call((engine) => engine.timers(), ASK_MS),
    describe: (): Promise<Description> => link.call((engine) => engine.describe(), ASK_MS),
    /** Whoever comes next signs in, to a worker that holds nothing of what was read before. */
    lock: (): void => {
      session.unknow();
      link.respawn();
    },
    /** Ends the worker and lets go of the read models; the client is of no more use. */
    close: async (): Promise<void> => {
      session.close();
      allowing.close();
      telemetry.close();
      link.close();
      await read.close();
    },
  };
};

export type Client = ReturnType<typeof createClient>;
