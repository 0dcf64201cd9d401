import type { Dexie } from 'dexie';
import { openGeneration } from '../reading/generation.ts';
import { generationName } from '../reading/names.ts';
import { CantRepairError, type GenerationRow } from '../registry/index.ts';

/**
 * Works on the generation of a view that serves, with a connection of its own: a follower's is closed while it waits
 * after a failure. @throws CantRepairError, MissingGenerationError
 */
export const onServing = async <Answer>(
  book: string,
  row: GenerationRow | undefined,
  work: (db: Dexie) => Promise<Answer>,
): Promise<Answer> => {
  if (!row?.serving) throw new CantRepairError('Nothing serves yet.');
  const { number, stores } = row.serving;
  const name = generationName(book, row.view, number);
  const db = await openGeneration(name, stores, { create: false, onClosed: () => undefined });
  try {
    return await work(db);
  } finally {
    db.close();
  }
};
