import Dexie from 'dexie';
import { onTestFinished } from 'vitest';
import type { Projection } from '../../src/kernel/index.ts';
import { createProjector, type Projector } from '../../src/engine/projector/index.ts';
import { createReadSide, type ReadSide } from '../../src/engine/reading/index.ts';
import { openRegistry, type Registry } from '../../src/engine/registry/index.ts';
import { jarView } from '../toy/marbles.ts';
import { ArrayFeed } from './array-feed.ts';

export const clock = { now: () => new Date().toISOString(), elapsed: () => performance.now() };

/** WebKit lists one whose creation was aborted, as version 0; it holds nothing, and others do not name it at all. */
export const databases = async (book: string): Promise<string[]> =>
  (await indexedDB.databases())
    .flatMap(({ name, version }) => (version !== 0 && name?.startsWith(`${book}-`) === true ? [name] : []))
    .sort();

/** Reads everything of a read model's database past all doors. */
export const contentsOf = async (name: string): Promise<Record<string, unknown[]>> => {
  const db = await new Dexie(name).open();
  const tables = await Promise.all(
    db.tables.map(async (table) => [table.name, await table.toArray()] as const),
  );
  db.close();
  return Object.fromEntries(tables);
};

/**
 * Another version of the program lays the registry out anew: all who had it open have made way by then. When it fails
 * there is nothing new, and they have lost their connections all the same.
 */
export const takeOverRegistry = (book: string, how?: 'but fails') =>
  new Promise<void>((resolve) => {
    const request = indexedDB.open(`${book}-engine`, 990);
    request.onupgradeneeded = () => {
      if (how) request.transaction?.abort();
    };
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
    request.onerror = () => {
      resolve();
    };
  });

export interface Bench {
  readonly book: string;
  readonly feed: ArrayFeed;
  readonly registry: Registry;
  readonly readSide: ReadSide;
  /** Starts a projector; the test's end stops it. */
  readonly project: (projections?: readonly Projection[], feed?: ArrayFeed, code?: string) => Projector;
}

/** Nobody's own: the marbles' trade knows no persons. */
const personal = { types: new Set<string>(), forgotten: () => Promise.resolve(0) };

const schemas = new Map([
  ['MarblesAdded', 1],
  ['MarblesTaken', 1],
]);

const coded = (code: string | undefined) => (code === undefined ? {} : { code: { jars: code } });

/** A book of its own for one test, taken down with it. */
export const openBench = async (): Promise<Bench> => {
  const book = `test-${crypto.randomUUID()}`;
  const feed = new ArrayFeed(book);
  const registry = await openRegistry(book);
  const readSide = createReadSide({ book });
  const projectors: Projector[] = [];
  onTestFinished(async () => {
    await Promise.all(projectors.map((projector) => projector.stop()));
    await readSide.close();
    registry.close();
    await Promise.all((await databases(book)).map((name) => Dexie.delete(name)));
  });
  return {
    book,
    feed,
    registry,
    readSide,
    project: (projections = [jarView], of = feed, code?: string) => {
      const ports = { book, projections, feed: of, clock, registry, personal, schemas, ...coded(code) };
      const projector = createProjector(ports);
      projectors.push(projector);
      projector.start();
      return projector;
    },
  };
};
