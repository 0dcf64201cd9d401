import type { Rejection } from '../../kernel/index.ts';
import { createOutletDesk } from '../outlets/index.ts';
import { rejected } from '../pipeline/stages.ts';
import { SEE_ENGINE } from '../session/session.ts';
import type { EngineApi } from './api.ts';
import type { EngineConfig, OpenBook } from './book.ts';

type Api = Pick<EngineApi, 'outlets' | 'saveOutlet' | 'removeOutlet' | 'hurryOutlet' | 'settleLetter'>;

/** Where outlets are set up, by those who may; each deed is recorded. `onChanged`: the worker that leads is to look. */
export const createCounter = (
  { application, book, clock }: EngineConfig,
  opened: Promise<OpenBook>,
  onChanged: () => void,
): { readonly api: Api; close(): void } => {
  const desk = createOutletDesk(book);
  const mayNot = { code: 'not-permitted', message: 'You are not allowed to do this.' };

  /** Does it in the present operator's name, and notes under `attemptId` that it was done or refused. */
  const asOperator = async (
    attemptId: string,
    type: string,
    payload: object,
    deed: (by: string) => Promise<Rejection | undefined>,
  ): Promise<Rejection | undefined> => {
    const { session, pipeline } = await opened;
    const actor = await session.actor();
    const permission = application.integration?.permission ?? SEE_ENGINE;
    const rejection = application.permits(actor, permission)
      ? await deed(actor.id)
      : { ...mayNot, values: { permission, role: actor.role } };
    const outcome = rejection
      ? rejected(attemptId, rejection.code, rejection.message, rejection.values)
      : { status: 'committed' as const, commandId: attemptId, position: 0, streams: {} };
    await pipeline.note({ commandId: attemptId, type, payload }, actor, outcome);
    if (!rejection) onChanged();
    return rejection;
  };

  const api: Api = {
    outlets: async () => {
      const { session } = await opened;
      return application.permits(await session.actor(), SEE_ENGINE) ? desk.list() : [];
    },
    saveOutlet: (change, attemptId) => {
      const { secret: _, ...shown } = change;
      return asOperator(attemptId, 'SaveOutlet', shown, async () => {
        const { feed } = await opened;
        const position = feed.head();
        const [event] = position === 0 ? [] : await feed.read(position - 1, 1);
        return desk.save(change, { position, eventId: event?.id ?? '' });
      });
    },
    removeOutlet: (id, attemptId) =>
      asOperator(attemptId, 'RemoveOutlet', { id }, async () => {
        await desk.remove(id);
        return undefined;
      }),
    hurryOutlet: async (id) => {
      await desk.hurry(id);
      onChanged();
    },
    settleLetter: (deed, attemptId) =>
      asOperator(attemptId, 'SettleLetter', deed, async (by) => {
        await desk.settle(deed, by, clock.now());
        return undefined;
      }),
  };
  return {
    api,
    close: () => {
      desk.close();
    },
  };
};
