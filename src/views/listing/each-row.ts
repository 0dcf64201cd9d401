import type { Range, ReadTable } from '../../kernel/index.ts';
import { beyond } from './beyond.ts';

const PIECE = 1_000;

/**
 * Hands over every row of a stretch whose places are unique, in its order, piece by piece, so that no read is long. It is a
 * function that is called, not an iterator that is awaited row by row: after a hundred awaits of anything but a row
 * Dexie takes the transaction for left, and what is read next ends in a `PrematureCommitError`.
 */
export const eachRow = async <Row>(
  table: ReadTable<Row>,
  range: Range,
  at: (row: Row) => string | undefined,
  take: (row: Row) => void,
): Promise<void> => {
  for (let last: string | undefined; ;) {
    const found: Row[] = await table.range({ ...range, ...beyond(range, last), limit: PIECE });
    for (const row of found) take(row);
    const end = found.at(-1);
    if (end === undefined || found.length < PIECE) return;
    last = at(end);
  }
};
