import { defineJob } from '../../kernel/index.ts';
import { Payload, start } from './asked.ts';
import { emptyReport } from './report.ts';

/**
 * Imports files of another system: whatever they are called, each is recognized by its header. Good customers, products
 * and orders come into the book, bad ones are listed by row; what an earlier import brought is not added again.
 * Refused: `in-doubt` when the store could not say whether something was written; starting it again is safe.
 */
export const ImportBook = defineJob({
  type: 'ImportBook',
  payload: Payload,
  permission: 'import.run',
  start,
  emptyReport,
  // Its readers of other systems' files are most of this worker's code, and on most days nobody needs them.
  chunk: async (payload, at, context) => (await import('./chunk.ts')).chunk(payload, at, context),
});
