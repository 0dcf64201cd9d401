import { expect, it } from 'vitest';
import { createReadSide } from '../../src/engine/reading/index.ts';
import { JarsByMarbles, MarblesAdded } from '../toy/marbles.ts';
import { openBench } from './read-models.ts';

const SOON_MS = 100;

/** Lets nobody open a database until it is told to: somebody else is about to raise its version, and never does. */
const keptShut = async (name: string): Promise<() => void> => {
  const opened = (request: IDBOpenDBRequest) =>
    new Promise<IDBDatabase>((resolve) => {
      request.onsuccess = () => resolve(request.result);
    });
  const db = await opened(indexedDB.open(name));
  const raising = indexedDB.open(name, db.version + 1);
  raising.onupgradeneeded = () => raising.transaction?.abort();
  raising.onerror = (event) => event.preventDefault();
  await new Promise<void>((resolve) => {
    raising.onblocked = () => resolve();
  });
  return () => db.close();
};

it.for(['-engine', '-view:jars@1'])(
  'does not call nothing what could not be come at in time: %s',
  async (late) => {
    const { book, feed, registry, readSide, project } = await openBench();
    feed.append([MarblesAdded({ jar: 'a', count: 1 })]);
    const projector = project();
    await readSide.query(JarsByMarbles, {}, { atLeast: 1, timeoutMs: 60_000 });
    await projector.stop();
    await readSide.close();
    registry.close();
    const open = await keptShut(`${book}${late}`);
    const later = createReadSide({ book });
    const asked = later.query(JarsByMarbles, {}, { timeoutMs: SOON_MS });
    setTimeout(open, 4 * SOON_MS);
    expect(await asked).toMatchObject({ answer: { total: 1 }, stale: false });
    await later.close();
  },
);
