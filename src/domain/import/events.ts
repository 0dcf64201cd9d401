import * as z from 'zod/mini';
import { defineEvent } from '../../kernel/index.ts';
import { ImportId } from '../ids.ts';
import { Name } from '../text.ts';

// These names and shapes are for ever: books out there hold them. To change one, raise its version and upcast.

const count = z.int().check(z.nonnegative());

export const ImportedFile = z.object({ name: Name, kind: Name, rows: count });

export const Begun = z.object({ importId: ImportId, files: z.array(ImportedFile) });
export const Brought = z.object({
  importId: ImportId,
  counts: z.object({ customers: count, products: count, orders: count, lines: count }),
});
/** What of it was taken back; `kept` are things that had been used since. */
export const TakenBack = z.object({
  importId: ImportId,
  customers: count,
  products: count,
  orders: count,
  kept: count,
});

/** From here on everything whose correlation is this id was brought by it. */
export const ImportStarted = defineEvent('ImportStarted', 1, Begun);
export const ImportFinished = defineEvent('ImportFinished', 1, Brought);
export const ImportUndone = defineEvent('ImportUndone', 1, TakenBack);
