import { err, ok, type Actor, type Outcome, type Result } from '../../kernel/index.ts';
import { rejected } from './stages.ts';

/** Stage 2, authorize: may this operator do this? Asked before anything is loaded, and never of a read model. */
export const authorize = (
  permits: (actor: Actor, permission: string) => boolean,
  actor: Actor,
  permission: string,
  commandId: string,
): Result<void, Outcome> =>
  permits(actor, permission)
    ? ok(undefined)
    : err(
        rejected(commandId, 'not-permitted', 'You are not allowed to do this.', {
          permission,
          role: actor.role,
        }),
      );
