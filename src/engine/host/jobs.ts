import { byName } from '../../kernel/index.ts';
import { acceptJob } from '../jobs/accept.ts';
import type { JobTables } from '../jobs/rows.ts';
import type { StoreFault } from '../ports.ts';
import { SEE_ENGINE } from '../session/session.ts';
import type { EngineApi } from './api.ts';
import type { EngineConfig, OpenBook } from './book.ts';

/** Where asynchronous commands are taken on and cancelled, by those who may. `wake`: the worker that leads is to look. */
export const createJobDesk = (
  { application, followers, clock }: EngineConfig,
  opened: Promise<OpenBook>,
  { lock, wake }: { readonly lock: () => StoreFault | undefined; readonly wake: () => void },
): Pick<EngineApi, 'accept' | 'cancelJob'> => {
  const typeOf = async (name: string) => byName((await followers()).jobs, (job) => job.type).get(name);
  const tables = async () => (await opened).registry as unknown as JobTables;
  return {
    accept: async (command, files) => {
      const reason = lock();
      if (reason) return { status: 'in-doubt', commandId: command.commandId, reason };
      const { session, pipeline } = await opened;
      const actor = await session.actor();
      const asked = { command, files, actor, now: clock.now() };
      const receipt = await acceptJob(application, await typeOf(command.type), await tables(), asked);
      if (receipt.status === 'rejected') await pipeline.note(command, actor, receipt);
      wake();
      return receipt;
    },
    cancelJob: async (jobId) => {
      const { jobs } = await tables();
      const { session } = await opened;
      const permission = (await typeOf((await jobs.get(jobId))?.type ?? ''))?.permission;
      if (!application.permits(await session.actor(), permission ?? SEE_ENGINE)) return false;
      await jobs
        .where('id')
        .equals(jobId)
        .modify((job) => {
          if (job.status === 'queued' || job.status === 'running')
            Object.assign(job, { status: 'cancelling' });
        });
      wake();
      return true;
    },
  };
};
