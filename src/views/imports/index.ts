export { BroughtBy, ImportedThings, ImportList, TimesTakenBack, type ImportedThing } from './query.ts';
export type { ImportedKind } from './row.ts';
