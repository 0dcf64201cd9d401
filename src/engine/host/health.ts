import type { Trade } from '../../kernel/index.ts';
import { SEE_ENGINE } from '../session/session.ts';
import type { EngineApi } from './api.ts';
import type { OpenBook } from './book.ts';
import type { openBus } from './bus.ts';
import type { Leadership } from './lead.ts';
import type { StoreFault } from '../ports.ts';
import { stuckAmong } from './watchdog.ts';

/** How long a tab that follows waits for the leader's word on the read models. */
const STATUS_MS = 500;

interface Surroundings {
  readonly bus: ReturnType<typeof openBus>;
  readonly lock: () => StoreFault | undefined;
  /** Of this worker, once it has begun to lead where it was chosen to; undefined in a worker that follows. */
  readonly leadership: () => Promise<Leadership | undefined>;
}

/**
 * How the book stands in this worker, and what the one that leads says of read models and processes to those who may
 * look into the engine: what went wrong there may quote what it went wrong with.
 */
export const createHealth =
  (
    { permits }: Pick<Trade, 'permits'>,
    opened: Promise<OpenBook>,
    { bus, lock, leadership }: Surroundings,
  ): EngineApi['health'] =>
  async () => {
    const { log, session } = await opened;
    const actor = await session.actor();
    const leadsNow = await leadership();
    const told = leadsNow ? undefined : bus.next('status', STATUS_MS);
    if (!leadsNow) bus.send({ kind: 'status?' });
    const said = await told;
    // Chosen while it listened: then nobody else has said anything.
    const leading = leadsNow ?? (said ? undefined : await leadership());
    const status = leading?.status() ?? said;
    const shown = permits(actor, SEE_ENGINE) ? status : undefined;
    const { views, processes } = shown ?? { views: [], processes: [] };
    const watch = { silent: status === undefined, stuck: stuckAmong(views, processes) };
    return {
      head: await log.head(),
      leads: leading !== undefined,
      actor,
      lock: lock(),
      views,
      processes,
      copy: status?.copy,
      watch,
    };
  };
