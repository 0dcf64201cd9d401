/** What one import takes. Beyond it a file is refused by name, in bounded memory, instead of bringing the worker down. */
export const caps = {
  /** Characters of one file; a file of more bytes than this is never longer. */
  file: 50 * 1024 * 1024,
  /** Rows of data over all files. */
  rows: 500_000,
  cell: 10_000,
  columns: 500,
  /** Characters of a source's own id: command ids hold it, and end at 200. */
  key: 100,
} as const;
