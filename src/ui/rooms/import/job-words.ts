import type { ImportReport } from '../../../jobs/import-book/index.ts';
import type { Tone } from '../../parts/shapes.ts';
import { count, list } from '../../words/format.ts';
import { m } from '../../words/index.ts';
import { newThings, stageOf, type ImportJob, type Stage } from './import-job.ts';

/** The files of a job by name, as many as are worth naming. */
export const filesOf = ({ payload }: Pick<ImportJob, 'payload'>): string => {
  const names = payload.files.map(({ name }) => name);
  const rest = names.length - 3;
  const named = list(names.slice(0, 3));
  return rest > 0 ? m.import_and_more({ files: named, count: rest }) : named;
};

/** What an import brings: "830 orders", with whoever ordered what, or "91 customers, 77 products". */
export const brought = ({ counts }: Pick<ImportReport, 'counts'>): string => {
  const { orders, products, customers } = counts;
  if (orders > 0) return m.import_count_orders({ count: orders, figure: count(orders) });
  return list([
    ...(customers > 0 ? [m.import_count_customers({ count: customers, figure: count(customers) })] : []),
    ...(products > 0 ? [m.import_count_products({ count: products, figure: count(products) })] : []),
  ]);
};

const marks: Record<Stage, { tone: Tone; text: () => string }> = {
  checking: { tone: 'waiting', text: m.import_stage_checking },
  importing: { tone: 'waiting', text: m.import_stage_importing },
  checked: { tone: 'plain', text: m.import_stage_checked },
  imported: { tone: 'good', text: m.import_stage_imported },
  stopped: { tone: 'attention', text: m.import_stage_stopped },
  failed: { tone: 'wrong', text: m.import_stage_failed },
  undone: { tone: 'plain', text: m.import_stage_undone },
};

/** Something that it brought was worked on since, and is still in the book. */
export const isPartlyUndone = ({ undone }: Pick<ImportJob, 'undone'>): boolean =>
  undone !== undefined && undone.report.kept.total > 0;

export const stageMark = (job: ImportJob): { tone: Tone; text: string } => {
  if (isPartlyUndone(job)) return { tone: 'attention', text: m.import_stage_undone_partly() };
  const { tone, text } = marks[stageOf(job)];
  return { tone, text: text() };
};

/** What came of it, in a few words. */
export const resultOf = (job: ImportJob): string => {
  const { report } = job;
  const found = newThings(report) > 0 ? [brought(report)] : [];
  const { alreadyThere, refused } = report.counts;
  if (alreadyThere > 0) found.push(m.import_result_there({ count: count(alreadyThere) }));
  if (refused > 0) found.push(m.import_result_refused({ count: count(refused) }));
  return list(found);
};
