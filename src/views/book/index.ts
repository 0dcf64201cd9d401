export { Numberings } from './numberings.ts';
export { BookSettings, OrderViews, type OpenedSettings } from './query.ts';
export type { SeriesRow } from './row.ts';
export { FIRST_NUMBER, NUMBERED, numberLabel, type Numbered } from '../../domain/series/names.ts';
