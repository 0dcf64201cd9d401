export { ImportedThings, ImportList, TimesTakenBack, type ImportedThing } from './query.ts';
export type { ImportedKind, ImportRow } from './row.ts';
