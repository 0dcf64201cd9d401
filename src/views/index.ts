export { projections } from './projections.ts';
export { queries } from './queries.ts';
