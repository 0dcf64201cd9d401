import type { Submission } from '../../../client/index.ts';
import { doubt, sentence } from '../../words/errors.ts';

/** Why a submission isn't simply saved, in a sentence; undefined while there is nothing to say. */
export function problemWith(submission: Submission, currency?: string): string | undefined {
  const { rejection, receipt, state } = submission;
  if (rejection) return sentence(rejection, currency);
  if (receipt?.status === 'in-doubt') return doubt(receipt.reason);
  return state === 'checking' ? doubt('') : undefined;
}
