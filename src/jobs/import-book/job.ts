import * as z from 'zod/mini';
import { CurrencyCode } from '../../domain/pricing/index.ts';
import { defineJob } from '../../kernel/index.ts';
import { Mapping } from './formats/plain/mapping.ts';
import { emptyReport } from './report.ts';

const Payload = z.strictObject({
  files: z
    .array(
      z.strictObject({
        fileId: z.string().check(z.maxLength(200)),
        name: z.string().check(z.maxLength(300)),
      }),
    )
    .check(z.minLength(1), z.maxLength(20)),
  /** `check` says what an import would come to, and writes nothing. */
  mode: z.enum(['check', 'import']),
  /** How tables that nobody would recognize are to be read; each is known by its header. */
  mappings: z._default(z.array(Mapping).check(z.maxLength(100)), []),
  /** The book's currency; fees are written in its minor unit. EUR, as in a book that was never opened, when left out. */
  bookCurrency: z._default(CurrencyCode, CurrencyCode.parse('EUR')),
});
export type Payload = z.infer<typeof Payload>;

export type Cursor = {
  readonly phase: 'reading' | 'sending';
  /** Entries sent, of so many. */
  readonly index: number;
  readonly total: number;
  readonly since?: number;
};

export const start: Cursor = { phase: 'reading', index: 0, total: 1 };

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
