import type { QueryType } from '../../kernel/index.ts';
import { once } from '../once.ts';
import { rejected } from '../pipeline/stages.ts';
import { EMPTY_HASH } from '../ports.ts';
import { createReadSide } from '../reading/index.ts';
import type { Tables } from '../what-if/difference.ts';
import type { Trial } from '../what-if/index.ts';
import type { EngineApi } from './api.ts';
import type { EngineConfig, OpenBook } from './book.ts';

/** How long a read model may take to come to the head before its rows of about now have to do. */
const READ_MS = 1_500;

/** Where commands are tried on a branch of the book. What that needs is loaded when it is first asked for. */
export const createTrialDesk = (
  { application, followers, book, clock }: EngineConfig,
  opened: Promise<OpenBook>,
  /** The book, for those who may look into the engine. */
  seen: () => Promise<OpenBook>,
): { readonly api: Pick<EngineApi, 'whatIf' | 'givenByHand'>; readonly close: () => void } => {
  const desk = once(async () => {
    const [open, following, { createWhatIf, processStates }] = await Promise.all([
      opened,
      followers(),
      import('../what-if/index.ts'),
    ]);
    const side = createReadSide({ book });
    const states = processStates(book, following.processes);
    const tryOut = createWhatIf({
      ...open,
      application: { ...application, ...following },
      pipeline: {
        // Those that come by way of the sign-in alone are refused as they would be.
        rehearse: (command, ...of) =>
          open.door.guards(command.type)
            ? Promise.resolve({
                receipt: rejected(command.commandId, 'asks-for-pin', 'This asks for a PIN.'),
              })
            : open.pipeline.rehearse(command, ...of),
      },
      instance: (process, id) => states.instance(process, id),
      head: () => open.feed.head(),
      settled: async () => {
        await open.pipeline.refresh();
        return { position: await states.settled(() => open.feed.head()), hash: EMPTY_HASH };
      },
      read: async (view, atLeast, run) => {
        const rows = { name: 'what-if', view, permission: '', params: ANYTHING, run } as never as QueryType<
          string,
          unknown,
          Awaited<ReturnType<typeof run>>
        >;
        return side.query(rows, {}, { atLeast, timeoutMs: READ_MS });
      },
    });
    const close = () => {
      states.close();
      void side.close();
    };
    return { tryOut, open, close };
  });

  /** Among what was done to the engine by hand. */
  const noteTried = async ({ commands }: Trial): Promise<void> => {
    const { registry, session } = await seen();
    const by = { actor: (await session.actor()).id, at: clock.now(), state: 'done' as const };
    await registry.repairs.bulkPut(
      commands.map(({ commandId, type }) => ({
        ...{ id: `tried/${commandId}`, ...by },
        repair: { do: 'tried', command: type },
      })),
    );
  };

  return {
    api: {
      whatIf: async (trial) => {
        if (trial.byHand === true) await noteTried(trial);
        const { tryOut, open } = await desk.get();
        return tryOut(trial, await open.session.actor());
      },
      givenByHand: async (commandIds) => {
        const { log, registry } = await seen();
        const found = [...(await log.commits(commandIds)).values()];
        await registry.repairs.bulkPut(
          found.map(({ commit, position }) => ({
            ...{ id: `given/${commit.commandId}`, actor: commit.actor, at: commit.recordedAt, state: 'done' },
            repair: { do: 'given', command: commit.command.type, position },
          })),
        );
      },
    },
    close: () => {
      desk.peek()?.then(
        ({ close }) => {
          close();
        },
        () => undefined,
      );
    },
  };
};

/** Whoever reads whole rows asks for nothing in particular. */
const ANYTHING = { safeParse: (data: Tables) => ({ success: true, data }) };
