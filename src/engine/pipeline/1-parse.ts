import * as z from 'zod/mini';
import { err, ok, type CommandType, type Json, type Outcome, type Result } from '../../kernel/index.ts';
import type { Dispatched } from '../ports.ts';
import { rejected } from './stages.ts';

const Instant = z.iso.datetime();
export const CommandId = z.string().check(z.minLength(1), z.maxLength(200));
const Envelope = z.object({
  commandId: CommandId,
  type: z.string(),
  occurredAt: z.optional(Instant),
  correlationId: z.optional(z.string().check(z.maxLength(300))),
  causationId: z.optional(z.string().check(z.maxLength(300))),
});

/** Where a value is wrong and how, without the value itself: it may be personal. */
export const issuesOf = (error: z.core.$ZodError): Json =>
  error.issues.slice(0, 20).map((issue) => ({ path: issue.path.map(String).join('.'), code: issue.code }));

/** Stage 1, parse: is it a command of this trade, and has its payload the right shape? */
export const parse = (
  commands: ReadonlyMap<string, CommandType>,
  dispatched: Dispatched,
): Result<{ definition: CommandType; payload: Json }, Outcome> => {
  const { commandId, type } = dispatched;
  const envelope = Envelope.safeParse(dispatched);
  if (!envelope.success)
    return err(
      rejected(commandId, 'invalid-command', 'This is not a command.', { issues: issuesOf(envelope.error) }),
    );
  const definition = commands.get(type);
  if (!definition)
    return err(rejected(commandId, 'unknown-command', 'There is no command of this name.', { type }));
  const payload = definition.payload.safeParse(dispatched.payload);
  return payload.success
    ? ok({ definition, payload: payload.data as Json })
    : err(
        rejected(commandId, 'invalid-payload', 'Some of what was entered is missing or not right.', {
          type,
          issues: issuesOf(payload.error),
        }),
      );
};
