import Dexie from 'dexie';
import { expect } from 'vitest';
import type { Projector } from '../../src/engine/projector/index.ts';
import { MarblesAdded } from '../toy/marbles.ts';
import { databases, openBench, type Bench } from './read-models.ts';
import { eventually } from './eventually.ts';

export const added = (jar: string, count = 1) => MarblesAdded({ jar, count });
const many = (count: number) => Array.from({ length: count }, (_, n) => added(`jar-${n % 50}`));
export const view = 'jars';

export const generations = async ({ book }: Bench): Promise<string[]> =>
  (await databases(book)).filter((name) => name.includes('-view:')).map((name) => name.split(':')[1] ?? '');

/** A book whose jars serve, up to `count` events. */
export const served = async (count = 300): Promise<{ bench: Bench; projector: Projector }> => {
  const bench = await openBench();
  bench.feed.append(many(count));
  const projector = bench.project();
  await eventually(() => expect(projector.status()[0]).toMatchObject({ state: 'live', position: count }));
  return { bench, projector };
};

/** Makes a row say what the log does not. */
export const tamper = async (name: string, change: (db: Dexie) => Promise<unknown>): Promise<void> => {
  const db = await new Dexie(name).open();
  await change(db);
  db.close();
};

export const isLive = (projector: Projector, generation: number) =>
  eventually(() => {
    const [status] = projector.status();
    expect(status).toMatchObject({ state: 'live', generation });
    expect(status).not.toHaveProperty('rebuild');
  });
