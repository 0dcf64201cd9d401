import {
  err,
  ok,
  type Actor,
  type Application,
  type CommandType,
  type Outcome,
  type Result,
} from '../../kernel/index.ts';
import type { Dispatched, Durability } from '../ports.ts';
import { parse } from './1-parse.ts';
import { authorize } from './2-authorize.ts';
import type { Admitted } from './stages.ts';

/** Stages 1 and 2 for one command; `now` is an ISO instant. */
export const admit = (
  application: Pick<Application, 'permits'>,
  commands: ReadonlyMap<string, CommandType>,
  dispatched: Dispatched,
  from: { readonly actor: Actor; readonly durability: Durability; readonly now: string },
): Result<Admitted, Outcome> => {
  const parsed = parse(commands, dispatched);
  if (!parsed.ok) return parsed;
  const { commandId, type } = dispatched;
  const { definition, payload } = parsed.value;
  const permitted = authorize(application.permits, from.actor, definition.permission, commandId);
  if (!permitted.ok) return err(permitted.error);
  return ok({
    commandId,
    definition,
    command: { type, payload },
    actor: from.actor,
    durability: from.durability,
    recordedAt: from.now,
    occurredAt: dispatched.occurredAt ?? from.now,
    correlationId: dispatched.correlationId ?? commandId,
    causationId: dispatched.causationId ?? commandId,
  });
};
