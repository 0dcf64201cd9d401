import { createProjector } from '../../src/engine/projector/index.ts';
import { openRegistry } from '../../src/engine/registry/index.ts';
import { jarView, MarblesAdded } from '../toy/marbles.ts';
import { ArrayFeed } from './array-feed.ts';

const feed = new ArrayFeed();
let started = false;

/** Appends so many marbles to the log of this worker, which projects them. */
self.onmessage = async ({ data }: MessageEvent<{ book: string; count: number }>) => {
  feed.append(Array.from({ length: data.count }, (_, n) => MarblesAdded({ jar: `jar-${n}`, count: 1 })));
  if (started) return;
  started = true;
  const registry = await openRegistry(data.book);
  const clock = { now: () => new Date().toISOString(), elapsed: () => performance.now() };
  const personal = { types: new Set<string>(), forgotten: () => Promise.resolve(0) };
  const schemas = new Map<string, number>();
  createProjector({
    book: data.book,
    projections: [jarView],
    feed,
    clock,
    registry,
    personal,
    schemas,
  }).start();
};
