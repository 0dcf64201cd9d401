import type { Client, Intervention, Repair } from '../../../client/index.ts';
import { problemOf } from '../../feedback/receipts.ts';
import { toasts } from '../../parts/toasts.svelte.ts';
import { m } from '../../words/index.ts';

/** By this name the session knows whether somebody may repair. */
export const REPAIR = 'engine.repair';

/** Asks the engine for repairs; a problem has no place but a message. True once they are written down. */
export const askRepairs = async (
  client: Pick<Client, 'repair'>,
  repairs: readonly (Repair | Intervention)[],
): Promise<boolean> => {
  if (repairs.length === 0) return true;
  let problem: string | undefined;
  try {
    problem = problemOf(await client.repair(repairs));
  } catch {
    problem = m.engine_unreachable();
  }
  if (problem !== undefined) toasts.show(problem, { tone: 'wrong' });
  return problem === undefined;
};
