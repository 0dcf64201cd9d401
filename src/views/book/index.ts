export { bookView } from './projection.ts';
export { BookSettings, type OpenedSettings } from './query.ts';
export type { BookRow, BookTables } from './row.ts';
