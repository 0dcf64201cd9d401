import type { Client } from '../../client/index.ts';
import { count } from '../words/format.ts';
import { m } from '../words/index.ts';

type Health = Awaited<ReturnType<Client['health']>>;

/** What is wrong between the book and its second copy, so that somebody has to say which counts; undefined when nothing is. */
export const troubleOf = ({ copy, head }: Health): string | undefined => {
  if (copy?.state === 'differs') return m.backup_copy_differs();
  if (copy?.state !== 'ahead') return undefined;
  const missing = copy.position - head.position;
  return missing > 0
    ? m.backup_copy_ahead({ count: missing, figure: count(missing) })
    : m.backup_copy_differs();
};
