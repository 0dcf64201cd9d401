import * as z from 'zod/mini';
import {
  changesOf,
  commandOn,
  defineAggregate,
  defineCommand,
  defineEvent,
  defineJob,
  defineProcess,
  defineProjection,
  defineQuery,
  ok,
  on,
  reject,
  send,
  type Application,
} from '../../src/kernel/index.ts';

/** A trade of a few lines, to prove that kernel and engine know nothing of orders: marbles in jars. */
const count = z.int().check(z.minimum(1));

export const MarblesAdded = defineEvent('MarblesAdded', 1, z.object({ jar: z.string(), count }));
export const MarblesTaken = defineEvent('MarblesTaken', 1, z.object({ jar: z.string(), count }));

export const jars = defineAggregate({
  category: 'jar',
  snapshots: true,
  initial: { marbles: 0 },
  events: [MarblesAdded, MarblesTaken],
  evolve: {
    MarblesAdded: (state, data) => ({ marbles: state.marbles + data.count }),
    MarblesTaken: (state, data) => ({ marbles: state.marbles - data.count }),
  },
});

export const AddMarbles = commandOn(jars)({
  type: 'AddMarbles',
  payload: z.object({ jar: z.string(), count }),
  permission: 'jar.fill',
  id: (payload) => payload.jar,
  decide: (payload) => ok([MarblesAdded(payload)]),
});

/** Puts up a jar that was not there. */
export const NewJar = commandOn(jars)({
  type: 'NewJar',
  payload: z.object({ jar: z.string(), count }),
  permission: 'jar.fill',
  id: (payload) => payload.jar,
  begins: true,
  decide: (payload, _, { version }) => {
    if (version > 0) return reject('jar-exists', 'There is such a jar.');
    if (payload.count > 50) return reject('jar-too-small', 'A new jar holds fifty.');
    return ok([MarblesAdded(payload)]);
  },
});

/** Adds a marble to one jar as long as another is not there. */
export const AddUnlessThere = defineCommand({
  type: 'AddUnlessThere',
  payload: z.object({ jar: z.string(), unless: z.string() }),
  permission: 'jar.fill',
  load: async (payload, read) => ({
    jar: await read(jars, payload.jar),
    other: await read(jars, payload.unless, 'absent'),
  }),
  decide: (_, { jar, other }) =>
    ok(other.version > 0 ? [] : [on(jars, jar.id, MarblesAdded({ jar: jar.id, count: 1 }))]),
});

/** Sets a jar to a number: nothing to do when it holds that many already. */
export const TopUp = commandOn(jars)({
  type: 'TopUp',
  payload: z.object({ jar: z.string(), to: count }),
  permission: 'jar.fill',
  id: (payload) => payload.jar,
  decide: ({ jar, to }, state) =>
    ok(state.marbles >= to ? [] : [MarblesAdded({ jar, count: to - state.marbles })]),
});

export const MoveMarbles = defineCommand({
  type: 'MoveMarbles',
  payload: z.object({ from: z.string(), to: z.string(), count }),
  permission: 'jar.empty',
  load: async (payload, read) => ({ from: await read(jars, payload.from), to: await read(jars, payload.to) }),
  decide: (payload, { from, to }) =>
    from.state.marbles < payload.count
      ? reject('too-few-marbles', 'There are not that many marbles in the jar.', { has: from.state.marbles })
      : ok([
          on(jars, from.id, MarblesTaken({ jar: from.id, count: payload.count })),
          on(jars, to.id, MarblesAdded({ jar: to.id, count: payload.count })),
        ]),
});

export interface JarTables {
  jars: { jar: string; marbles: number };
  totals: { name: string; marbles: number };
}
const { jars: jarRow, totals } = changesOf<JarTables>()('jars', 'totals');
const moved = (jar: string, by: number) => jarRow(jar, (row) => ({ jar, marbles: (row?.marbles ?? 0) + by }));

export const jarView = defineProjection<JarTables>({
  name: 'jars',
  version: 1,
  tables: { jars: { key: 'jar', indexes: ['marbles'] }, totals: { key: 'name' } },
  derive: {
    jars: (before, after) => [
      totals('all', (row) => ({
        name: 'all',
        marbles: (row?.marbles ?? 0) + (after?.marbles ?? 0) - (before?.marbles ?? 0),
      })),
    ],
  },
})
  .on(MarblesAdded, (event) => [moved(event.data.jar, event.data.count)])
  .on(MarblesTaken, (event) => [moved(event.data.jar, -event.data.count)]);

export const JarsByMarbles = defineQuery<JarTables>()({
  name: 'JarsByMarbles',
  view: 'jars',
  params: z.object({ limit: z._default(z.int(), 50) }),
  permission: 'jar.see',
  run: async ({ jars: table, totals: sums }, { limit }) => ({
    rows: await table.range({ index: 'marbles', reverse: true, limit }),
    total: (await sums.get('all'))?.marbles ?? 0,
  }),
});

/** Whoever takes marbles out of a jar named `leaky` gets one put back: a process with a bounded reaction. */
export const mender = defineProcess<{ mended: number }>({ name: 'mender', initial: { mended: 0 } }).on(
  MarblesTaken,
  {
    instance: (event) => (event.data.jar === 'leaky' ? event.data.jar : undefined),
    step: (state, event) => ({
      state: { mended: state.mended + 1 },
      effects: [send(AddMarbles, { jar: event.data.jar, count: 1 })],
    }),
  },
);

export const FillManyJars = defineJob({
  type: 'FillManyJars',
  payload: z.object({ jars: z.int(), perChunk: z.int() }),
  permission: 'jar.fill',
  start: 0,
  emptyReport: { filled: 0 },
  chunk: async (payload, at, context) => {
    const until = Math.min(at.cursor + payload.perChunk, payload.jars);
    const batch = Array.from({ length: until - at.cursor }, (_, n) => `many-${String(at.cursor + n)}`);
    const receipts = await context.dispatch(
      batch.map((jar) => ({ commandId: `fill/${jar}`, type: 'AddMarbles', payload: { jar, count: 1 } })),
    );
    const filled = at.report.filled + receipts.filter((receipt) => receipt.status === 'committed').length;
    return ok({
      cursor: until,
      progress: { done: until, total: payload.jars },
      report: { filled },
      finished: until >= payload.jars,
    });
  },
});

/** `child` may fill jars and look, but not empty them. */
export const marbleTrade: Application = {
  aggregates: [jars],
  commands: [AddMarbles, NewJar, AddUnlessThere, TopUp, MoveMarbles],
  projections: [jarView],
  queries: [JarsByMarbles],
  processes: [mender],
  jobs: [FillManyJars],
  permits: (actor, permission) => actor.role === 'owner' || permission !== 'jar.empty',
};
