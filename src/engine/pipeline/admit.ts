import {
  byName,
  err,
  ok,
  type Actor,
  type Commands,
  type CommandType,
  type Outcome,
  type Result,
  type Trade,
} from '../../kernel/index.ts';
import type { Clock, Dispatched, Durability } from '../ports.ts';
import type { Trace } from '../telemetry/port.ts';
import { parse } from './1-parse.ts';
import { authorize } from './2-authorize.ts';
import type { Admitted } from './stages.ts';

/** Stages 1 and 2 for one command; `now` is an ISO instant. */
const admit = (
  application: Pick<Trade, 'permits'>,
  commands: ReadonlyMap<string, CommandType>,
  dispatched: Dispatched,
  from: {
    readonly actor: Actor;
    readonly durability: Durability;
    readonly now: string;
    readonly trace: Trace;
  },
): Result<Admitted, Outcome> => {
  const { trace } = from;
  const parsing = trace.begin('parse');
  const parsed = parse(commands, dispatched);
  parsing();
  if (!parsed.ok) return parsed;
  const { commandId, type } = dispatched;
  const { definition, payload } = parsed.value;
  const authorizing = trace.begin('authorize');
  const permitted = authorize(application.permits, from.actor, definition.permission, commandId);
  authorizing();
  if (!permitted.ok) return err(permitted.error);
  return ok({
    commandId,
    definition,
    command: { type, payload },
    actor: from.actor,
    durability: from.durability,
    trace,
    recordedAt: from.now,
    occurredAt: dispatched.occurredAt ?? from.now,
    correlationId: dispatched.correlationId ?? commandId,
    causationId: dispatched.causationId ?? commandId,
    unchanged: dispatched.unchanged,
    after: dispatched.after,
  });
};

export interface AdmissionPorts {
  /** Asked once, for the first command that comes. */
  readonly commands: () => Promise<Commands>;
  readonly clock: Clock;
}

/** Commands that come in one turn are admitted in one turn, also those that had to wait for what is known of commands. */
export const createAdmission = (
  application: Pick<Trade, 'permits'>,
  { commands: fetched, clock }: AdmissionPorts,
) => {
  let known: Promise<ReadonlyMap<string, CommandType>> | undefined;
  return async (
    dispatched: Dispatched,
    actor: Actor,
    durability: Durability,
    trace: Trace,
  ): Promise<Result<Admitted, Outcome>> => {
    known ??= fetched().then(({ commands }) => byName(commands, ({ type }) => type));
    return admit(application, await known, dispatched, { actor, durability, now: clock.now(), trace });
  };
};
