import type { Submission } from '../../../client/index.ts';
import { problemOf } from '../../feedback/receipts.ts';
import { doubt } from '../../words/errors.ts';

/** Why a submission isn't simply saved, in a sentence; undefined while there is nothing to say. */
export function problemWith(submission: Submission, currency?: string): string | undefined {
  const { receipt, state } = submission;
  if (state === 'checking') return doubt('');
  return receipt && problemOf(receipt, currency);
}
