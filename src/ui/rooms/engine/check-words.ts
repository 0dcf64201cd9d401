import type { JobStatus } from '../../../client/index.ts';
import { sentence } from '../../words/errors.ts';
import { list, when } from '../../words/format.ts';
import { m } from '../../words/index.ts';
import { viewName } from './engine-words.ts';

/** What `VerifyBook` found (src/jobs/verify-book). */
interface Found {
  readonly entries: number;
  readonly problem?: { readonly position: number; readonly what: string };
  readonly folded?: { readonly mended: readonly string[] };
  readonly lists: readonly { readonly view: string; readonly rows?: number; readonly problem?: string }[];
}

export interface CheckResult {
  readonly tone: 'good' | 'info' | 'attention' | 'wrong';
  readonly text: string;
  /** For whoever mends it. */
  readonly details: readonly string[];
}

const names = (lists: Found['lists']): string => list(lists.map(({ view }) => viewName(view)));

const found = ({ entries, problem, folded, lists }: Found, at: string): CheckResult => {
  if (problem) {
    const text = m.work_check_broken({ position: problem.position });
    return { tone: 'wrong', text, details: [problem.what] };
  }
  const wrong = lists.filter((list) => list.problem !== undefined);
  const missed = lists.filter((list) => list.problem === undefined && list.rows === undefined);
  const mended = (folded?.mended.length ?? 0) > 0;
  const details = [
    ...(folded?.mended ?? []),
    ...wrong.map((list) => list.problem ?? ''),
    ...(missed.length > 0 ? [m.work_check_not_compared({ lists: names(missed) })] : []),
  ];
  if (wrong.length > 0)
    return { tone: 'attention', text: m.work_check_wrong({ lists: names(wrong) }), details };
  if (mended) return { tone: 'attention', text: m.work_check_mended(), details };
  const checked = lists.length - missed.length;
  return { tone: 'good', text: m.work_check_sound({ entries, lists: checked, at: when(at) }), details };
};

/** What came of a check, in words; undefined while it goes on. */
export const checkResult = ({ status, report, error, updatedAt }: JobStatus): CheckResult | undefined => {
  switch (status) {
    case 'queued':
    case 'running':
    case 'cancelling':
      return undefined;
    case 'cancelled':
      return { tone: 'info', text: m.work_check_stopped(), details: [] };
    case 'failed':
      return { tone: 'wrong', text: m.work_check_failed(), details: error ? [sentence(error)] : [] };
    case 'finished':
      return found(report as unknown as Found, updatedAt);
  }
};
