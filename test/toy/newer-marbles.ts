import * as z from 'zod/mini';
import {
  changesOf,
  commandOn,
  defineAggregate,
  defineEvent,
  defineProjection,
  defineQuery,
  ok,
  type Application,
} from '../../src/kernel/index.ts';
import { MarblesTaken, type JarTables } from './marbles.ts';

/** The marble trade of a later version: a marble has a colour now, and what was added before was plain. */
const Added = z.object({ jar: z.string(), count: z.int(), colour: z.string() });
const MarblesAdded = defineEvent('MarblesAdded', 2, Added, {
  1: (data) => ({ ...(data as { jar: string; count: number }), colour: 'plain' }),
});

const jars = defineAggregate({
  category: 'jar',
  snapshots: true,
  initial: { marbles: 0 },
  events: [MarblesAdded, MarblesTaken],
  evolve: {
    MarblesAdded: (state, { count }) => ({ marbles: state.marbles + count }),
    MarblesTaken: (state, { count }) => ({ marbles: state.marbles - count }),
  },
});

const AddMarbles = commandOn(jars)({
  type: 'AddMarbles',
  payload: Added,
  permission: 'jar.fill',
  id: ({ jar }) => jar,
  decide: (payload) => ok([MarblesAdded(payload)]),
});

interface Tables {
  colours: JarTables['totals'];
}
const { colours } = changesOf<Tables>()('colours');
const coloursView = defineProjection<Tables>({
  name: 'colours',
  version: 1,
  tables: { colours: { key: 'name' } },
}).on(MarblesAdded, ({ data: { colour, count } }) => [
  colours(colour, (row) => ({ name: colour, marbles: (row?.marbles ?? 0) + count })),
]);

export const MarblesByColour = defineQuery<Tables>()({
  name: 'MarblesByColour',
  view: 'colours',
  params: z.object({}),
  permission: 'jar.see',
  run: async ({ colours: table }) => await table.range({ limit: 9 }),
});

export const newerMarbleTrade: Application = {
  aggregates: [jars],
  commands: [AddMarbles],
  projections: [coloursView],
  queries: [MarblesByColour],
  processes: [],
  jobs: [],
  permits: (actor) => actor.role === 'owner',
};
