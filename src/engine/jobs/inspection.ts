import type { Inspection, ProvedSnapshots } from '../../kernel/index.ts';
import { verifyStretch } from '../log/verify.ts';
import type { EventLog } from '../ports.ts';
import type { Projector } from '../projector/index.ts';

/** What jobs may see of the book itself. */
export const createInspection = ({
  log,
  head,
  snapshots,
  projector,
  views,
}: {
  readonly log: Pick<EventLog, 'records'>;
  readonly head: () => number;
  readonly snapshots: () => Promise<ProvedSnapshots>;
  readonly projector: Pick<Projector, 'check'>;
  readonly views: readonly string[];
}): Inspection => ({
  head,
  chain: (after) => verifyStretch(log, after),
  snapshots,
  views: () => views,
  view: (name) => projector.check(name),
});
