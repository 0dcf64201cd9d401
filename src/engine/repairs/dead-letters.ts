import type { DeadLetter } from '../host/api.ts';
import { onServing } from '../projector/on-serving.ts';
import { parkedTable } from '../projector/parked.ts';
import { PARKED } from '../reading/generation.ts';
import type { GenerationRow, Registry } from '../registry/index.ts';

/** Of the generation that serves; nothing where it is just being replaced. */
const parkedOf = async (book: string, row: GenerationRow): Promise<readonly DeadLetter[]> => {
  const { view, serving } = row;
  if (serving?.stores[PARKED] === undefined) return [];
  try {
    const parked = await onServing(book, row, (db) => parkedTable(db).toArray());
    return parked.map((one) => ({ ...one, view }));
  } catch {
    return [];
  }
};

/** What read models have parked, the oldest first. Any worker may look: it only reads. */
export const deadLetters = async (book: string, registry: Registry): Promise<readonly DeadLetter[]> => {
  const rows = await registry.generations.toArray();
  const parked = (await Promise.all(rows.map((row) => parkedOf(book, row)))).flat();
  return parked.sort((a, b) => (a.since < b.since ? -1 : 1));
};
