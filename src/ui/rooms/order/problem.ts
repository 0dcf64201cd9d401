import type { Submission } from '../../../client/index.ts';
import { doubt, sentence } from '../../words/errors.ts';
import { m } from '../../words/index.ts';

/** Why a submission isn't simply saved, in a sentence; undefined while there is nothing to say. */
export function problemWith(submission: Submission, currency?: string): string | undefined {
  const { rejection, receipt, state } = submission;
  if (rejection) return sentence(rejection, currency);
  if (state === 'checking') return m.order_checking();
  return receipt?.status === 'in-doubt' ? doubt(receipt.reason) : undefined;
}
