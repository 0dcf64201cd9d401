/** What comes behind the back door, once it is open: all of the trade that lives on what commands have done. */
export { describe } from './jobs/back-up-book/index.ts';
export { jobs } from './jobs/index.ts';
export { integration, processes } from './processes/index.ts';
export { projections, queries } from './views/index.ts';
