import * as z from 'zod/mini';
import type { Receipt } from '../../kernel/index.ts';
import type { EngineApi, RepairRequest } from '../host/api.ts';
import type { EngineConfig, OpenBook } from '../host/book.ts';
import { issuesOf } from '../pipeline/1-parse.ts';
import { authorize } from '../pipeline/2-authorize.ts';
import { rejected } from '../pipeline/stages.ts';
import type { Registry, RepairRow } from '../registry/index.ts';
import { REPAIR_ENGINE } from '../session/session.ts';
import { deadLetters } from './dead-letters.ts';
import { standingOf } from './standing.ts';
import { stuckWork, waitingTimers } from './work.ts';

/** How many are kept, to know who did what. */
const KEPT = 500;

const name = z.string().check(z.minLength(1), z.maxLength(300));

const reason = z.string().check(z.trim(), z.minLength(1), z.maxLength(500));
const command = { process: name, position: z.int().check(z.nonnegative()), n: z.int() };
const instance = { process: name, instance: name };

/** What may be asked for; the page's own scripting door takes anything. */
const Repairs = z
  .array(
    z.discriminatedUnion('do', [
      z.object({ do: z.enum(['rebuild', 'pause', 'resume', 'cancel', 'roll-back']), view: name }),
      z.object({ do: z.literal('retry'), view: name, stream: name }),
      z.object({ do: z.literal('retry-all') }),
      z.object({ do: z.literal('skip'), view: name, stream: name, reason }),
      z.object({ do: z.literal('hurry'), process: name }),
      z.object({ do: z.literal('send-again'), ...command }),
      z.object({ do: z.literal('leave-out'), ...command, reason }),
      z.object({ do: z.literal('ask-again'), ...instance }),
      z.object({ do: z.literal('let-wait'), ...instance, reason }),
      z.object({ do: z.literal('fire-timer'), ...instance, key: name }),
      z.object({ do: z.literal('cancel-timer'), ...instance, key: name, reason }),
    ]),
  )
  .check(z.minLength(1), z.maxLength(1_000));

type Desk = Pick<EngineApi, 'repair' | 'repairs' | 'deadLetters' | 'deadLetter' | 'stuck' | 'timers'>;

/** Writes down what was asked for; once, however often it is sent. What is long done makes room. */
const writeDown = (
  registry: Registry,
  { commandId, repairs }: RepairRequest,
  by: Pick<RepairRow, 'actor' | 'at'>,
): Promise<void> =>
  registry.transaction('rw', registry.repairs, async () => {
    const rows = repairs.map((repair, n): RepairRow => {
      const id = `${commandId}/${String(n).padStart(4, '0')}`;
      return { id, ...by, repair, state: 'asked' };
    });
    const known = await registry.repairs.bulkGet(rows.map(({ id }) => id));
    await registry.repairs.bulkAdd(rows.filter((_, n) => !known[n]));
    const old = await registry.repairs.orderBy('at').reverse().offset(KEPT).toArray();
    await registry.repairs.bulkDelete(old.filter(({ state }) => state !== 'asked').map(({ id }) => id));
  });

/** Where operators ask for repairs and look what is to be repaired; in any worker, whether it leads or not. */
export const createRepairDesk = (
  { application, followers, book, clock }: EngineConfig,
  opened: Promise<OpenBook>,
  /** The book, for those who may look into the engine. */
  seen: () => Promise<OpenBook>,
  /** One entry of the log, as far as the present operator may read it. */
  entry: EngineApi['entry'],
  wake: () => void,
): Desk => ({
  repair: async (request): Promise<Receipt> => {
    const { commandId } = request;
    const { registry, session, pipeline } = await opened;
    const actor = await session.actor();
    const permitted = authorize((...of) => application.permits(...of), actor, REPAIR_ENGINE, commandId);
    if (!permitted.ok) {
      await pipeline.note({ commandId, type: REPAIR_ENGINE, payload: {} }, actor, permitted.error);
      return permitted.error;
    }
    const parsed = Repairs.safeParse(request.repairs);
    if (!parsed.success)
      return rejected(commandId, 'invalid-payload', 'Some of what was entered is missing or not right.', {
        ...{ type: REPAIR_ENGINE, issues: issuesOf(parsed.error) },
      });
    await writeDown(registry, { commandId, repairs: parsed.data }, { actor: actor.id, at: clock.now() });
    wake();
    return { status: 'accepted', commandId, jobId: commandId };
  },
  repairs: async (limit) => (await seen()).registry.repairs.orderBy('at').reverse().limit(limit).toArray(),
  deadLetters: async () => deadLetters(book, (await seen()).registry),
  deadLetter: async ({ view, stream }) => {
    const { registry, session, feed } = await seen();
    const letters = await deadLetters(book, registry);
    const letter = letters.find((one) => one.view === view && one.stream === stream);
    const opened = letter && (await entry(letter.position));
    const projection = (await followers()).projections.find(({ name: known }) => known === view);
    if (!opened || !projection) return undefined;
    const { looking } = application;
    // Rows don't say what in them is a person's own.
    if (looking && !application.permits(await session.actor(), looking.personal))
      return { ...opened, standing: { rows: [], more: false, hidden: 'sealed' } };
    const events = (await feed.stream(stream, 0)).filter(({ position }) => position <= letter.position);
    const row = await registry.generations.get(view);
    return { ...opened, standing: await standingOf(book, row, projection, events) };
  },
  stuck: async () => {
    await seen();
    return stuckWork(book, (await followers()).processes, clock.now());
  },
  timers: async () => {
    await seen();
    return waitingTimers(book, (await followers()).processes);
  },
});
