import type { Receipt } from '../../kernel/index.ts';
import { coalesced } from '../follow/coalesced.ts';
import { SEE_ENGINE } from '../session/session.ts';
import { storeFailure } from '../log/idb.ts';
import { verifyLog } from '../log/verify.ts';
import type { StoreFault } from '../ports.ts';
import type { EngineApi, Opened } from './api.ts';
import { atDesks } from './at-desks.ts';
import { openBook, type EngineConfig, type OpenBook } from './book.ts';
import { openBus, type Message } from './bus.ts';
import { createHealth } from './health.ts';
import type { Leadership } from './lead.ts';
import { lookBehind } from './look-behind.ts';
import { createMeasurements } from './measurements.ts';
import { createPastDesk } from './past.ts';
import { createQuestionDesk } from './questions.ts';
import {
  holdOpen,
  holdWhileAlive,
  standForLeadership,
  untilNobodyReplaces,
  whileNobodyHolds,
} from './leadership.ts';

/** Other tabs hear of a stream of appends at most once in this time. */
const ANNOUNCE_MS = 5;

/** Without what it fetches a worker is no use: the page sees it die and spawns another. */
const orEnd = <Value>(fetched: Promise<Value>): Promise<Value> =>
  fetched.catch(() => {
    self.close();
    return new Promise<never>(() => undefined);
  });

/** The engine of one book in one worker. Any worker takes commands; the one that leads projects, reacts, runs jobs. */
export const createEngine = (given: EngineConfig): EngineApi => {
  const config = { ...given, commands: () => orEnd(given.commands()) };
  const { application, commands, followers, book } = config;
  let lock: StoreFault | undefined;
  let leadership: Leadership | undefined;
  /** This worker was chosen to lead: kept once it does. */
  let chosen: Promise<unknown> | undefined;
  let stepDown: (() => Promise<void>) | undefined;
  let announceOpened: (open: Promise<OpenBook>) => void = () => undefined;
  const opened = new Promise<OpenBook>((resolve) => {
    announceOpened = resolve;
  });
  opened.catch(() => undefined);

  /** A book that is not open has nothing to do. */
  const whenOpen = (work: (open: OpenBook) => unknown): void => {
    opened.then(work).catch(() => undefined);
  };
  const forget = (subjects: readonly string[]) => {
    past.forget();
    whenOpen(({ pipeline }) => {
      pipeline.forget(subjects);
    });
  };
  const receive = (message: Message) => {
    if (message.kind === 'appended') whenOpen(({ pipeline }) => pipeline.refresh());
    if (message.kind === 'forgotten') forget(message.subjects);
    if (message.kind === 'jobs' || message.kind === 'repairs' || message.kind === 'outlets')
      leadership?.wake(message.kind);
    measurements.hear(message);
    if (message.kind === 'replacing') void makeWay();
    if (message.kind === 'status?' && leadership) bus.send({ kind: 'status', ...leadership.status() });
  };
  const bus = openBus(book, receive);
  let written = 0;
  const announcing = coalesced(ANNOUNCE_MS, () => {
    bus.send({ kind: 'appended', head: written });
  });

  let tellLost: (fault: StoreFault) => void = () => undefined;
  const lost = new Promise<StoreFault>((resolve) => {
    tellLost = resolve;
  });
  const onLost = (fault: StoreFault) => {
    lock ??= fault;
    tellLost(fault);
  };
  let begin: () => void = () => undefined;
  /** Nobody has to wait any more for what this worker shows or takes first. */
  const begun = new Promise<void>((resolve) => (begin = resolve));
  let letGo: (() => void) | undefined;
  /** Leads no more, and lets go of the book, if it was open. */
  const closeBook = async (): Promise<void> => {
    await stepDown?.().catch(() => undefined);
    await opened.then(
      (open) => {
        open.close();
      },
      () => undefined,
    );
  };
  /** Another book comes in the place of this one: nothing more is written to it. The page hears of it once that stands. */
  const makeWay = async (): Promise<void> => {
    lock ??= 'book-replaced';
    await closeBook();
    letGo?.();
    void untilNobodyReplaces(book).then(() => {
      onLost('book-replaced');
    });
  };
  const inDoubt = (commandId: string, reason: string): Receipt => ({ status: 'in-doubt', commandId, reason });

  /** The book, for those who may look into the engine. */
  const seen = async (): Promise<OpenBook> => {
    const open = await opened;
    if (!application.permits(await open.session.actor(), SEE_ENGINE)) throw new Error('not-permitted');
    return open;
  };

  const { mayAsk } = createQuestionDesk(config, opened);
  const past = createPastDesk(config, opened, mayAsk);

  const measurements = createMeasurements(config, opened, {
    status: () => leadership?.status(),
    send: (message) => {
      // Whoever leads projects by itself what it has committed.
      if (message.kind !== 'traced' || !leadership) bus.send(message);
    },
  });

  const desks = atDesks(config, opened, {
    lock: () => lock,
    seen,
    wake: (kind) => {
      leadership?.wake(kind);
      bus.send({ kind });
    },
    inPlaceOf: (work) =>
      whileNobodyHolds(book, work, () => {
        bus.send({ kind: 'replacing' });
        return makeWay();
      }),
  });

  /** All the rest, which those who only wait to lead fetch as well: a later release may have taken the files away. */
  const standBy = (open: OpenBook): void => {
    const coming = orEnd(Promise.all([import('./lead.ts'), followers()]));
    void orEnd(Promise.all([commands(), desks.furnished()]));
    stepDown = standForLeadership(book, async () => {
      chosen = coming;
      config.upkeep?.().catch(() => undefined);
      const [{ lead }, following] = await coming;
      const leading = (leadership = lead(config, following, open, (subjects) => {
        forget(subjects);
        bus.send({ kind: 'forgotten', subjects });
      }));
      leading.subscribe(() => {
        bus.send({ kind: 'status', ...leading.status() });
      });
      return async () => {
        await leadership?.stop();
        leadership = undefined;
      };
    });
  };

  const start = (open: OpenBook): Opened => {
    // The worker before may have died before it told what it had written.
    measurements.look();
    open.feed.subscribe(() => {
      whenOpen(({ session }) => session.refresh());
    });
    written = open.head.position;
    announcing.soon();
    void begun.then(() => {
      if (!lock) standBy(open);
    });
    return { status: 'open', installId: open.store.installId, head: open.head, fresh: open.store.fresh };
  };

  return {
    open: async ({ witness, alive, waits = false }) => {
      if (!waits) begin();
      await holdWhileAlive(alive);
      letGo = await holdOpen(book, () => void makeWay());
      const opening = openBook(config, {
        witness,
        onLost,
        onWritten: (head) => {
          written = head;
          announcing.soon();
        },
      });
      announceOpened(opening);
      try {
        return start(await opening);
      } catch (error) {
        const { fault, message } = storeFailure(error);
        onLost(fault);
        return { status: 'locked', fault, message };
      }
    },
    goOn: () => {
      begin();
      return Promise.resolve();
    },
    dispatch: async (command, durability) => {
      if (lock) return inDoubt(command.commandId, lock);
      const { pipeline, session, door } = await opened;
      if (door.guards(command.type)) return door.refuse(command);
      return pipeline.dispatch(command, await session.actor(), durability);
    },
    session: async (turn) => (await opened).session.after(turn),
    signIn: async ({ id, operatorId, pin }) => (await opened).door.signIn(id, operatorId, pin),
    signOut: async () => (await opened).door.signOut(),
    setPin: async ({ id, operatorId, pin }) => {
      if (lock) return inDoubt(id, lock);
      return (await opened).door.setPin(id, operatorId, pin);
    },
    turnOffSignIn: async ({ id, pin }) => {
      if (lock) return inDoubt(id, lock);
      return (await opened).door.turnOff(id, pin);
    },
    mayAsk,
    past: past.past,
    leavePast: past.leavePast,
    lookUp: async (commandId) => {
      if (lock === 'newer-version') return lookBehind(book, commandId);
      return (await opened).pipeline.lookUp(commandId);
    },
    verify: async () => verifyLog((await seen()).log),
    health: createHealth(application, opened, {
      bus,
      lock: () => lock,
      leadership: async () => {
        await begun;
        await chosen;
        return leadership;
      },
    }),
    ...measurements.api,
    ...desks.api,
    isThere: () => Promise.resolve(true),
    untilLost: () => lost,
    refresh: async () => (await opened).pipeline.refresh(),
    close: async () => {
      await closeBook();
      announcing.cancel();
      measurements.close();
      await desks.close();
      bus.close();
    },
  };
};
