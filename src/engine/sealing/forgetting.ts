import type { EventEnvelope } from '../../kernel/index.ts';
import type { LogFeed } from '../feed.ts';
import { checkpointTable, isOfThisLog, moveCheckpoint, type Mark } from '../follow/checkpoint.ts';
import type { Following } from '../follow/following.ts';
import { AT_START } from '../reading/generation.ts';
import { keyTables, type OpenKeys } from './dexie-keys.ts';
import type { Plans } from './plans.ts';

export interface ForgettingPorts {
  readonly keys: OpenKeys;
  readonly plans: Plans;
  readonly feed: LogFeed;
  /** Before a key is destroyed: removes what holds persons beside log and read models. */
  readonly prepare: () => Promise<void>;
  /** Their keys are destroyed: everything that was opened with them has to go. */
  readonly onForgotten: (subjects: readonly string[]) => void;
}

/**
 * Destroys the key of whoever is forgotten, as something that follows the log: after a crash it goes on where it
 * stood. Keys and checkpoint move in one transaction, and destroying a key twice is destroying it once.
 */
export class Forgetting implements Following {
  readonly handles: ReadonlySet<string>;
  readonly #ports: ForgettingPorts;

  constructor(ports: ForgettingPorts) {
    this.#ports = ports;
    this.handles = ports.plans.forgetting;
  }

  async open(): Promise<number> {
    const { keys, feed } = this.#ports;
    const at = await checkpointTable(keys.db).get('at');
    if (at && (await isOfThisLog(feed, at))) return at.position;
    await checkpointTable(keys.db).put(AT_START);
    return AT_START.position;
  }

  async take(from: number, events: readonly EventEnvelope[], to: Mark): Promise<number> {
    const { keys, plans, prepare, onForgotten } = this.#ports;
    const subjects = plans.forgottenBy(events);
    if (subjects.length > 0) await prepare();
    const position = await moveCheckpoint(keys.db, from, to, async () => {
      if (subjects.length === 0) return undefined;
      const tables = keyTables(keys.db);
      await tables.keys.bulkDelete([...subjects]);
      await tables.forgotten.bulkPut(subjects.map((subject) => ({ subject })));
      return undefined;
    });
    if (subjects.length > 0) onForgotten(subjects);
    return position;
  }

  caughtUp(): Promise<void> {
    return Promise.resolve();
  }

  /** The keyring stays open: it is the worker's, not this follower's. */
  close(): void {
    return undefined;
  }
}
