import type { Integration } from '../../kernel/index.ts';
import type { LogFeed } from '../feed.ts';
import { isOfThisLog } from '../follow/checkpoint.ts';
import { Follower } from '../follow/follower.ts';
import type { Progress } from '../follow/following.ts';
import type { Clock } from '../ports.ts';
import { openProcess } from '../processes/process-store.ts';
import { createDeliver, type Deliver } from './deliver.ts';
import { Publishing } from './publishing.ts';
import { rebase } from './queue.ts';
import { Sending } from './sending.ts';
import { openOutlets, type OutletStore } from './store.ts';

export interface OutletsPorts {
  readonly book: string;
  readonly integration: Integration;
  readonly feed: LogFeed;
  readonly clock: Clock;
  readonly deliver?: Deliver;
}

export interface Outlets {
  /** Begins, and looks at how the outlets are set up now, and goes on by that. */
  wake(): void;
  stop(): Promise<void>;
  /** Of the noting of messages; undefined while no outlet is on. */
  progress(): Progress | undefined;
}

const AGAIN_MS = 10_000;

type Working = Awaited<ReturnType<typeof work>>;

const headOf = async (feed: LogFeed) => {
  const position = feed.head();
  const [event] = position === 0 ? [] : await feed.read(position - 1, 1);
  return { position, eventId: event?.id ?? '' };
};

const work = async (ports: OutletsPorts, store: OutletStore) => {
  const { book, integration, feed, clock } = ports;
  await rebase(
    store,
    (at) => isOfThisLog(feed, at),
    () => headOf(feed),
  );
  const messages = await openProcess(book, integration.process);
  const deliver = ports.deliver ?? createDeliver(book, () => Date.parse(clock.now()));
  const sendings = new Map<string, Sending>();
  const onNoted = () => {
    for (const sending of sendings.values()) sending.wake();
  };
  const publishing = new Publishing(integration.process, { db: messages, feed, store, onNoted });
  const follower = new Follower(publishing, { feed, clock, onProgress: () => undefined });
  follower.start();
  return {
    follower,
    /** One sending to each outlet, woken to look at how it is set up now. */
    attend: (ids: readonly string[]) => {
      for (const id of ids) {
        const sending =
          sendings.get(id) ?? new Sending(id, { store, messages, integration, feed, clock, deliver });
        if (!sendings.has(id)) sending.start();
        sendings.set(id, sending);
        sending.wake();
      }
    },
    end: async () => {
      await follower.stop();
      await Promise.all([...sendings.values()].map((sending) => sending.stop()));
      messages.close();
    },
  };
};

/** Tells the world outside what happens, as long as some outlet is on. Runs only in the worker that leads. */
export const createOutlets = (ports: OutletsPorts): Outlets => {
  let working: Working | undefined;
  let turn: Promise<void> = Promise.resolve();
  let store: OutletStore | undefined;
  const look = async (): Promise<void> => {
    store ??= await openOutlets(ports.book);
    const on = await store.outlets.filter((outlet) => outlet.on).primaryKeys();
    if (on.length > 0) working ??= await work(ports, store);
    working?.attend(on);
  };
  let again: ReturnType<typeof setTimeout> | undefined;
  const wake = () => {
    clearTimeout(again);
    turn = turn.then(look).catch(() => {
      // What can't be opened now may be later; nobody else would look again.
      again = setTimeout(wake, AGAIN_MS);
    });
  };
  return {
    wake,
    progress: () => working?.follower.progress(),
    stop: async () => {
      await turn;
      clearTimeout(again);
      await working?.end();
      store?.db.close();
    },
  };
};
