import {
  epochOf,
  eventTypes,
  type Actor,
  type Commands,
  type Followers,
  type JobContext,
  type Trade,
} from '../../kernel/index.ts';
import type { Dispatch } from '../feed.ts';
import { createDexieLog } from '../log/dexie-log.ts';
import { createHydrator } from '../log/envelopes.ts';
import { createFeed } from '../log/feed.ts';
import { storeFailure } from '../log/idb.ts';
import { isLogThere, openStore } from '../log/open.ts';
import { Branch, Streams } from '../pipeline/4-load.ts';
import { tailOf } from '../pipeline/6-append.ts';
import { Pipeline } from '../pipeline/pipeline.ts';
import { StoreFailure, type Clock, type StoreFault } from '../ports.ts';
import { copiedInstall } from '../reading/copies.ts';
import { readShelf, rootOf, type Shelf } from '../reading/shelf.ts';
import { openRegistry } from '../registry/index.ts';
import { openKeys, pairWithLog } from '../sealing/dexie-keys.ts';
import { Keyring } from '../sealing/keyring.ts';
import { Sealing } from '../sealing/sealing.ts';
import { Measuring } from '../telemetry/port.ts';
import { createAttempts } from '../session/attempts.ts';
import { createSignInDoor } from '../session/door.ts';
import { Session } from '../session/session.ts';

/**
 * Fingerprints of the code that folds events into streams and into rows: what other code has folded may be wrong. Left
 * out where they are not known, under a development server.
 */
export interface Code {
  readonly reducers?: string;
  /** By read model. */
  readonly projections?: Readonly<Record<string, string>>;
}

export interface EngineConfig {
  readonly application: Trade;
  /** What can be done comes with the first that is done, or once the first room stands. Asked for often, fetched once. */
  readonly commands: () => Promise<Commands>;
  /** What lives on that comes once the first room stands: nothing that is shown or taken is to wait for it. */
  readonly followers: () => Promise<Followers>;
  readonly code?: Code;
  /** Base name of the book's databases. */
  readonly book: string;
  readonly clock: Clock;
  /** A fresh unique id, for a new book. */
  readonly newId: () => string;
  /** Who works with the book as long as nobody has a PIN. */
  readonly actor: Actor;
  /** What the browser's own store needs once after a start; whoever leads has it done, and waits for nothing of it. */
  readonly upkeep?: () => Promise<void>;
}

const shelfOf = async (book: string): Promise<Shelf> => {
  try {
    return await readShelf(rootOf(book));
  } catch (error) {
    throw storeFailure(error);
  }
};

/** So often the log is looked at without being told to: another tab may have died before it told what it wrote. */
const LOOK_MS = 10_000;

/** What a worker wants to know of the book that it opens. */
interface OpeningOptions {
  readonly witness?: string | undefined;
  readonly onLost: (fault: StoreFault) => void;
  /** This worker wrote, up to this position. */
  readonly onWritten: (head: number) => void;
}

/** The databases of a book, all of them or none. @throws StoreFailure */
const openStores = async ({ application, book, newId }: EngineConfig, options: OpeningOptions) => {
  const opened: (() => void)[] = [];
  let closing = false;
  // A newer version lays it out anew, for one: opened again it says what took it away.
  const onClosed = () => {
    if (!closing) options.onLost('connection-lost');
  };
  const close = () => {
    closing = true;
    for (const each of opened.splice(0)) each();
  };
  try {
    const witness = options.witness ?? ((await isLogThere(book)) ? undefined : await copiedInstall(book));
    const store = await openStore(book, { newId, epoch: epochOf(application), ...options, witness });
    const log = createDexieLog(store);
    opened.push(() => {
      log.close();
    });
    const head = await log.head();
    // A book that a newer version has written is not opened for writing.
    await tailOf(log, { ...head, position: Math.max(0, head.position - 1) });
    const keys = await openKeys(book, { newId, onClosed });
    opened.push(() => {
      keys.close();
    });
    await pairWithLog(store.idb, keys.id);
    const registry = await openRegistry(book, onClosed);
    opened.push(() => {
      registry.close({ disableAutoOpen: true });
    });
    return { store, log, head, keys, registry, close };
  } catch (error) {
    close();
    throw storeFailure(error);
  }
};

/**
 * Opens log, registry and pipeline of one book, whether this worker leads or not.
 * @throws StoreFailure when the book cannot be opened for writing.
 */
export const openBook = async (config: EngineConfig, options: OpeningOptions) => {
  const { application, commands, followers, code, book, clock, actor: builtIn } = config;
  // A tab that slept, or was drawn from the browser's memory, may have the name of a book whose place was taken.
  if ((await shelfOf(book)).present !== book)
    throw new StoreFailure('book-replaced', new Error('Another book is the present one.'));
  const { store, log, head, keys, registry, close } = await openStores(config, options);
  const sealing = new Sealing(application, commands, new Keyring(keys));
  const hydrate = createHydrator(eventTypes(application), sealing);
  const feed = createFeed(log, hydrate, head.position);
  const aggregates = new Map(application.aggregates.map((each) => [each.category, each]));
  const streams = new Streams(log, hydrate, aggregates, code?.reducers);
  const measuring = new Measuring();
  const onFailure = (failure: StoreFailure) => {
    // A full disk passes when room is made; everything else ends this worker's writing.
    if (failure.fault !== 'disk-full') options.onLost(failure.fault);
  };
  const pipeline = new Pipeline(
    application,
    { log, feed, streams, clock, sealing, onFailure, onWritten: options.onWritten, measuring, commands },
    head,
  );

  const session = new Session({
    application,
    rest: async () => ({ ...(await commands()), ...(await followers()) }),
    builtIn,
    read: (...of) => new Branch(streams).read(...of),
  });
  const door = createSignInDoor({
    application,
    session,
    attempts: createAttempts(store.idb),
    pipeline,
    clock,
  });

  const dispatch: Dispatch = (commands, durability) =>
    Promise.all(commands.map((command) => pipeline.dispatch(command, command.actor, durability)));

  /** What a job may do, in its owner's name and by the role that they have by then. @throws StoreFailure when a command stays in doubt. */
  const contextFor = (owner: Actor): Pick<JobContext, 'dispatch' | 'rehearse'> => {
    const branch = new Branch(streams);
    return {
      dispatch: async (commands) => {
        const actor = await session.presently(owner);
        const receipts = await dispatch(
          commands.map((command) => ({ ...command, actor })),
          'relaxed',
        );
        const doubt = receipts.find((receipt) => receipt.status === 'in-doubt');
        if (doubt)
          throw new StoreFailure(doubt.reason as StoreFault, new Error('A command stayed in doubt.'));
        return receipts;
      },
      rehearse: async (commands) => {
        const actor = await session.presently(owner);
        const receipts = [];
        for (const command of commands)
          receipts.push((await pipeline.rehearse(command, actor, branch)).receipt);
        return receipts;
      },
    };
  };

  const looking = setInterval(() => void pipeline.refresh(), LOOK_MS);

  return {
    store,
    log,
    head,
    keys,
    sealing,
    registry,
    hydrate,
    feed,
    streams,
    pipeline,
    session,
    door,
    dispatch,
    contextFor,
    measuring,
    close: (): void => {
      clearInterval(looking);
      close();
    },
  };
};

export type OpenBook = Awaited<ReturnType<typeof openBook>>;
