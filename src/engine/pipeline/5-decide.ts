import {
  err,
  NotCanonicalError,
  ok,
  type Decided,
  type Json,
  type Outcome,
  type Result,
} from '../../kernel/index.ts';
import { loosen, type LooseCommit } from '../log/records.ts';
import type { StoredEvent } from '../ports.ts';
import type { Branch } from './4-load.ts';
import type { Folded } from './snapshots.ts';
import { rejected, type Admitted } from './stages.ts';

const contextOf = ({ commandId, actor, recordedAt, occurredAt }: Admitted) => ({
  commandId,
  actor: actor.id,
  recordedAt,
  occurredAt,
});

/** Numbers the decided events within their streams and folds each stream on. */
const settle = async (decided: readonly Decided[], branch: Branch, admitted: Admitted) => {
  const { correlationId, causationId } = admitted;
  const meta = { ...contextOf(admitted), correlationId, causationId };
  const events: StoredEvent[] = [];
  const folded = new Map<string, Folded>();
  for (const { aggregate, id, events: news } of decided) {
    const stream = aggregate.stream(id);
    let { version, state } = folded.get(stream) ?? (await branch.read(aggregate, id));
    for (const { type, data, occurredAt = meta.occurredAt } of news) {
      version += 1;
      state = aggregate.evolve(state, { type, data, version, meta: { ...meta, occurredAt } });
      const schemaVersion = aggregate.events.find((known) => known.type === type)?.version ?? 1;
      const own = occurredAt === meta.occurredAt ? {} : { occurredAt };
      events.push({ stream, version, type, schemaVersion, data: data as Json, ...own });
    }
    folded.set(stream, { version, state });
  }
  return { events, folded };
};

interface Decision {
  readonly loose: LooseCommit | undefined;
  /** The streams that it wrote to, as they will stand. */
  readonly folded: ReadonlyMap<string, Folded>;
}

const NOTHING: Decision = { loose: undefined, folded: new Map() };

/** A stream that is not any more as the command was made for it. */
const movedOn = async ({ unchanged = {} }: Admitted, branch: Branch): Promise<string | undefined> => {
  for (const [stream, version] of Object.entries(unchanged))
    if ((await branch.version(stream)) !== version) return stream;
  return undefined;
};

const decideOnce = async (admitted: Admitted, branch: Branch): Promise<Result<Decision, Outcome>> => {
  const { commandId, definition, command } = admitted;
  const moved = await movedOn(admitted, branch);
  if (moved !== undefined)
    return err(rejected(commandId, 'changed-meanwhile', 'This was changed meanwhile.', { stream: moved }));
  const loaded = await definition.load(command.payload, branch.read);
  const decision = definition.decide(command.payload, loaded, contextOf(admitted));
  if (!decision.ok) return err({ status: 'rejected', commandId, rejection: decision.error });
  const { events, folded } = await settle(decision.value, branch, admitted);
  if (events.length === 0) return ok(NOTHING);
  const { actor, recordedAt, occurredAt, correlationId, causationId } = admitted;
  const meta = { actor: actor.id, recordedAt, occurredAt, correlationId, causationId };
  try {
    return ok({ loose: loosen({ commandId, command, ...meta, events }), folded });
  } catch (error) {
    if (!(error instanceof NotCanonicalError)) throw error;
    const values = { problem: error.message };
    const message = 'This holds something that the book cannot keep.';
    return err(rejected(commandId, 'not-canonical', message, values));
  }
};

/** Stage 5, decide: the trade's own rules. Gives the commit to be written; undefined when there is nothing to do. */
export const decide = async (
  admitted: Admitted,
  branch: Branch,
): Promise<Result<LooseCommit | undefined, Outcome>> => {
  let decision = await decideOnce(admitted, branch);
  while (await branch.look(decision.ok ? decision.value.folded : NOTHING.folded))
    decision = await decideOnce(admitted, branch);
  if (!decision.ok) return decision;
  for (const [stream, folded] of decision.value.folded) branch.put(stream, folded);
  return ok(decision.value.loose);
};
