import { epochOf, eventTypes, type Actor, type Application, type JobContext } from '../../kernel/index.ts';
import type { Dispatch } from '../feed.ts';
import { createDexieLog } from '../log/dexie-log.ts';
import { createHydrator } from '../log/envelopes.ts';
import { createFeed } from '../log/feed.ts';
import { openStore } from '../log/open.ts';
import { Branch, Streams } from '../pipeline/4-load.ts';
import { tailOf } from '../pipeline/6-append.ts';
import { Pipeline } from '../pipeline/pipeline.ts';
import { StoreFailure, type Clock, type StoreFault } from '../ports.ts';
import { openRegistry } from '../registry/index.ts';
import { openKeys, pairWithLog } from '../sealing/dexie-keys.ts';
import { Keyring } from '../sealing/keyring.ts';
import { Sealing } from '../sealing/sealing.ts';
import { createAttempts } from '../session/attempts.ts';
import { createSignInDoor } from '../session/door.ts';
import { Session } from '../session/session.ts';

export interface EngineConfig {
  readonly application: Application;
  /** Base name of the book's databases. */
  readonly book: string;
  readonly clock: Clock;
  /** A fresh unique id, for a new book. */
  readonly newId: () => string;
  /** Who works with the book as long as nobody has a PIN. */
  readonly actor: Actor;
}

/**
 * Opens log, registry and pipeline of one book: all that a worker needs to take commands, whether it leads or not.
 * @throws StoreFailure when the book cannot be opened for writing.
 */
export const openBook = async (
  { application, book, clock, newId, actor: builtIn }: EngineConfig,
  options: {
    readonly witness?: string | undefined;
    readonly onLost: (fault: StoreFault) => void;
    /** This worker wrote, up to this position. */
    readonly onWritten: (head: number) => void;
  },
) => {
  const store = await openStore(book, { newId, epoch: epochOf(application), ...options });
  const log = createDexieLog(store);
  const head = await log.head();
  // A book that a newer version has written is not opened for writing.
  await tailOf(log, { ...head, position: Math.max(0, head.position - 1) });
  const keys = await openKeys(book, { newId, onClosed: () => options.onLost('connection-lost') });
  await pairWithLog(store.idb, keys.id);
  const sealing = new Sealing(application, new Keyring(keys));
  const registry = await openRegistry(book);
  const hydrate = createHydrator(eventTypes(application), sealing);
  const feed = createFeed(log, hydrate, head.position);
  const aggregates = new Map(application.aggregates.map((each) => [each.category, each]));
  const streams = new Streams(log, hydrate, aggregates);
  const onFailure = (failure: StoreFailure) => {
    // A full disk passes when room is made; everything else ends this worker's writing.
    if (failure.fault !== 'disk-full') options.onLost(failure.fault);
  };
  const pipeline = new Pipeline(
    application,
    { log, feed, streams, clock, sealing, onFailure, onWritten: options.onWritten },
    head,
  );

  const session = new Session({ application, builtIn, read: (...of) => new Branch(streams).read(...of) });
  const door = createSignInDoor({
    application,
    session,
    attempts: createAttempts(store.idb),
    pipeline,
    clock,
  });

  const dispatch: Dispatch = (commands, durability) =>
    Promise.all(commands.map((command) => pipeline.dispatch(command, command.actor, durability)));

  /** What a job may do, in its owner's name. @throws StoreFailure when a command stays in doubt. */
  const contextFor = (owner: Actor): Pick<JobContext, 'dispatch' | 'rehearse'> => {
    const branch = new Branch(streams);
    return {
      dispatch: async (commands) => {
        const receipts = await dispatch(
          commands.map((command) => ({ ...command, actor: owner })),
          'relaxed',
        );
        const doubt = receipts.find((receipt) => receipt.status === 'in-doubt');
        if (doubt)
          throw new StoreFailure(doubt.reason as StoreFault, new Error('A command stayed in doubt.'));
        return receipts;
      },
      rehearse: async (commands) => {
        const receipts = [];
        for (const command of commands) receipts.push(await pipeline.rehearse(command, owner, branch));
        return receipts;
      },
    };
  };

  const close = () => {
    log.close();
    keys.close();
    registry.close({ disableAutoOpen: true });
  };
  return {
    store,
    log,
    head,
    keys,
    sealing,
    registry,
    feed,
    pipeline,
    session,
    door,
    dispatch,
    contextFor,
    close,
  };
};

export type OpenBook = Awaited<ReturnType<typeof openBook>>;
