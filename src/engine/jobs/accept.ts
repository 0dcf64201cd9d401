import type { Actor, Trade, JobType, Json, Receipt } from '../../kernel/index.ts';
import type { JobFile } from '../host/api.ts';
import { CommandId, issuesOf } from '../pipeline/1-parse.ts';
import { authorize } from '../pipeline/2-authorize.ts';
import { rejected } from '../pipeline/stages.ts';
import type { Dispatched } from '../ports.ts';
import { handedOver } from '../reading/job-file.ts';
import type { JobTables } from './rows.ts';

/**
 * Takes on an asynchronous command: parsed and authorized like any other, then kept as a job with its files in one
 * transaction. The command id is the job's id, so that asking twice gives one job; for another job it is refused.
 */
export const acceptJob = async (
  { permits }: Pick<Trade, 'permits'>,
  job: JobType | undefined,
  tables: JobTables,
  request: {
    readonly command: Dispatched;
    readonly files: readonly JobFile[];
    readonly actor: Actor;
    readonly now: string;
  },
): Promise<Receipt> => {
  const { command, files, actor, now } = request;
  const { commandId, type } = command;
  if (!CommandId.safeParse(commandId).success)
    return rejected(commandId, 'invalid-command', 'This is not a command.');
  if (!job) return rejected(commandId, 'unknown-command', 'There is no command of this name.', { type });
  const payload = job.payload.safeParse(command.payload);
  if (!payload.success)
    return rejected(commandId, 'invalid-payload', 'Some of what was entered is missing or not right.', {
      type,
      issues: issuesOf(payload.error),
    });
  const permitted = authorize(permits, actor, job.permission, commandId);
  // Whoever asks once more may be signed in no more, in a worker that was spawned anew: what was taken on stays so.
  if (!permitted.ok && !(await tables.jobs.get(commandId))) return permitted.error;
  const row = {
    id: commandId,
    type,
    payload: payload.data as Json,
    status: 'queued' as const,
    progress: { done: 0, total: 0 },
    report: job.emptyReport,
    cursor: job.start,
    actor,
    createdAt: now,
    updatedAt: now,
  };
  const before = await tables.jobs.db.transaction('rw', tables.jobs, tables.files, async () => {
    const known = await tables.jobs.get(commandId);
    if (known) return known;
    await tables.jobs.add(row);
    await tables.files.bulkAdd(
      files.map(({ fileId, name, content }) => ({
        ...{ id: handedOver(commandId, fileId), jobId: commandId, name, content },
      })),
    );
    return row;
  });
  if (before.type !== type || JSON.stringify(before.payload) !== JSON.stringify(row.payload))
    return rejected(commandId, 'command-id-reused', 'This id was used for another command before.', {
      before: before.type,
      now: type,
    });
  return { status: 'accepted', commandId, jobId: commandId };
};
