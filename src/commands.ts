/** What comes behind the back door before the first command is taken: all that can be done in the trade. */
export { commands } from './domain/index.ts';
