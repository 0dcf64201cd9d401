import * as z from 'zod/mini';
import { CurrencyCode } from '../../domain/pricing/index.ts';
import { ENCODINGS } from '../../kernel/index.ts';
import { Mapping } from './formats/plain/mapping.ts';

export const Payload = z.strictObject({
  files: z
    .array(
      z.strictObject({
        fileId: z.string().check(z.maxLength(200)),
        name: z.string().check(z.maxLength(300)),
        /** How a person says that its letters are written; Unicode when left out. */
        encoding: z.optional(z.enum(ENCODINGS)),
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
