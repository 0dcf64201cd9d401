import { eventTypes } from '../../kernel/index.ts';
import type { EngineApi } from './api.ts';
import type { EngineConfig, OpenBook } from './book.ts';

/** So long somebody waits for an entry before asking again. */
const PATIENCE_MS = 20_000;

type Browsing = Pick<
  EngineApi,
  'events' | 'entries' | 'entry' | 'causes' | 'untilAfter' | 'stored' | 'refusals'
>;

/** The log for those who look at it; read when the first of them does. `seen`: the book, for whoever may look. */
export const createBrowsing = (
  { application, followers, book }: EngineConfig,
  seen: () => Promise<OpenBook>,
): Browsing => {
  const types = eventTypes(application);
  const { looking } = application;
  const desk = () => import('../browsing/index.ts');
  const secrets = new Set(looking?.secret);
  return {
    events: async ({ after, limit }) => {
      const { feed, session } = await seen();
      if (looking && !application.permits(await session.actor(), looking.personal))
        throw new Error('not-permitted');
      const events = await feed.read(after, limit);
      return events.map((event) => (secrets.has(event.type) ? { ...event, data: {} } : event));
    },
    entries: async (asked) => {
      const { log } = await seen();
      return (await desk()).entriesOf(log, types, asked);
    },
    entry: async (position) => {
      const { log, sealing, session } = await seen();
      const actor = await session.actor();
      return (await desk()).openEntry({ application, types, log, sealing, actor }, position);
    },
    causes: async (position) => {
      const [{ log }, { processes }] = await Promise.all([seen(), followers()]);
      return (await desk()).causesOf({ log, types, processes }, position);
    },
    refusals: async (limit) => {
      const { log, sealing, session } = await seen();
      return (await desk()).refusalsOf({ application, log, sealing, actor: await session.actor() }, limit);
    },
    untilAfter: async (position) => {
      const { feed } = await seen();
      if (feed.head() > position) return;
      await new Promise<void>((resolve) => {
        const done = () => {
          clearTimeout(timer);
          leave();
          resolve();
        };
        const timer = setTimeout(done, PATIENCE_MS);
        const leave = feed.subscribe((head) => {
          if (head > position) done();
        });
      });
    },
    stored: async () => {
      await seen();
      return (await desk()).storedOf(book);
    },
  };
};
