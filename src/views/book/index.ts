export { BookSettings, OrderViews, type OpenedSettings } from './query.ts';
