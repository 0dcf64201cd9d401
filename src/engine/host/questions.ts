import { byName } from '../../kernel/index.ts';
import { rejected } from '../pipeline/stages.ts';
import type { EngineApi } from './api.ts';
import type { EngineConfig, OpenBook } from './book.ts';

/** Who may ask what. A question that is refused is recorded, as a command is. */
export const createQuestionDesk = (
  { application, followers }: EngineConfig,
  opened: Promise<OpenBook>,
): Pick<EngineApi, 'mayAsk'> => ({
  mayAsk: async (query, attemptId) => {
    const { session, pipeline } = await opened;
    const actor = await session.actor();
    const types = byName((await followers()).queries, ({ name }) => name);
    const permission = types.get(query)?.permission;
    if (permission !== undefined && application.permits(actor, permission)) return true;
    const values = { permission: permission ?? '', role: actor.role };
    const refusal = rejected(attemptId, 'not-permitted', 'You are not allowed to see this.', values);
    await pipeline.note({ commandId: attemptId, type: query, payload: {} }, actor, refusal);
    return false;
  },
});
