import type { Rejection } from '../../kernel/index.ts';
import { createOutletDesk } from '../outlets/desk.ts';
import type { OutletStatus, OutletTested } from '../outlets/index.ts';
import { rejected } from '../pipeline/stages.ts';
import type { OutletDeed } from '../registry/index.ts';
import { REPAIR_ENGINE, SEE_ENGINE } from '../session/session.ts';
import type { EngineApi } from './api.ts';
import type { EngineConfig, OpenBook } from './book.ts';

type Api = Pick<
  EngineApi,
  'outlets' | 'saveOutlet' | 'removeOutlet' | 'hurryOutlet' | 'testOutlet' | 'settleLetter'
>;

/** As it is told apart in what was done. */
const nameOf = ({ kind, url = '' }: { readonly kind: string; readonly url?: string }): string =>
  URL.canParse(url) ? new URL(url).host : kind;

/** What others may see of it: an address may hold a key, and a message what is personal. */
const withoutSecrets = ({ url, ...outlet }: OutletStatus): OutletStatus => ({
  ...outlet,
  ...(url !== undefined && { url: URL.canParse(url) ? new URL(url).origin : '' }),
  deadLetters: [],
});

/** Where outlets are set up, by those who may; each deed is recorded. `onChanged`: the worker that leads is to look. */
export const createCounter = (
  { application, followers, book, clock }: EngineConfig,
  opened: Promise<OpenBook>,
  onChanged: () => void,
): { readonly api: Api; close(): void } => {
  const desk = createOutletDesk(book);
  const mayNot = { code: 'not-permitted', message: 'You are not allowed to do this.' };
  const known = async (id: string) => (await desk.list()).find((outlet) => outlet.id === id);
  const named = async (id: string): Promise<string> => nameOf((await known(id)) ?? { kind: id });

  const permission = async () => (await followers()).integration?.permission ?? REPAIR_ENGINE;

  /** Does it in the present operator's name, and notes under `attemptId` that it was done or refused. */
  const asOperator = async (
    attemptId: string,
    type: string,
    payload: object,
    deed: (by: string) => Promise<Rejection | undefined>,
  ): Promise<Rejection | undefined> => {
    const { session, pipeline } = await opened;
    const actor = await session.actor();
    const asked = await permission();
    const rejection = application.permits(actor, asked)
      ? await deed(actor.id)
      : { ...mayNot, values: { permission: asked, role: actor.role } };
    const outcome = rejection
      ? rejected(attemptId, rejection.code, rejection.message, rejection.values)
      : { status: 'committed' as const, commandId: attemptId, position: 0, streams: {} };
    await pipeline.note({ commandId: attemptId, type, payload }, actor, outcome);
    return rejection;
  };

  /** Among what was done to the engine by hand. */
  const record = async (
    id: string,
    actor: string,
    repair: OutletDeed,
    state: 'done' | 'failed' = 'done',
  ): Promise<undefined> => {
    await (await opened).registry.repairs.put({ id, actor, repair, state, at: clock.now() });
    onChanged();
  };

  const testMessage = async (id: string) => {
    const position = (await opened).feed.head();
    return { id: `test/${id}`, type: 'test', version: 1, occurredAt: clock.now(), position, data: {} };
  };

  const api: Api = {
    outlets: async () => {
      const { session } = await opened;
      const actor = await session.actor();
      if (!application.permits(actor, SEE_ENGINE)) return [];
      const list = await desk.list();
      return application.permits(actor, await permission()) ? list : list.map(withoutSecrets);
    },
    saveOutlet: (change, attemptId) => {
      const { secret: _, ...shown } = change;
      return asOperator(attemptId, 'SaveOutlet', shown, async (by) => {
        const { feed } = await opened;
        const position = feed.head();
        const [event] = position === 0 ? [] : await feed.read(position - 1, 1);
        const before = await known(change.id);
        const fault = await desk.save(change, { position, eventId: event?.id ?? '' });
        if (fault) return fault;
        const outlet = nameOf(change);
        return record(attemptId, by, { do: before ? 'outlet-changed' : 'outlet-set-up', outlet });
      });
    },
    removeOutlet: (id, attemptId) =>
      asOperator(attemptId, 'RemoveOutlet', { id }, async (by) => {
        const outlet = await named(id);
        await desk.remove(id);
        return record(attemptId, by, { do: 'outlet-removed', outlet });
      }),
    hurryOutlet: (id, attemptId) =>
      asOperator(attemptId, 'HurryOutlet', { id }, async (by) => {
        await desk.hurry(id);
        return record(attemptId, by, { do: 'outlet-hurried', outlet: await named(id) });
      }),
    testOutlet: async (id, attemptId) => {
      let tested: OutletTested | undefined;
      const rejection = await asOperator(attemptId, 'TestOutlet', { id }, async (by) => {
        const attempt = await desk.test(id, await testMessage(attemptId));
        if (!attempt)
          return { code: 'unknown-outlet', message: 'This address is not there any more.', values: { id } };
        tested = { status: 'tried', attempt };
        const deed = { do: 'outlet-tested', outlet: await named(id) } as const;
        return record(attemptId, by, deed, attempt.taken ? 'done' : 'failed');
      });
      return tested ?? { status: 'refused', rejection: rejection ?? { ...mayNot, values: {} } };
    },
    settleLetter: (deed, attemptId) =>
      asOperator(attemptId, 'SettleLetter', deed, async (by) => {
        await desk.settle(deed, by, clock.now());
        return record(attemptId, by, {
          do: deed.state === 'again' ? 'letter-again' : 'letter-left-out',
          outlet: await named(deed.outlet),
          ...(deed.reason !== undefined && { reason: deed.reason }),
        });
      }),
  };
  return {
    api,
    close: () => {
      desk.close();
    },
  };
};
