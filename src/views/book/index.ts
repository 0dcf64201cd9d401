export { BookSettings, type OpenedSettings } from './query.ts';
