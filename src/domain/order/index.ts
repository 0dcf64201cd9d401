export * from './commands/index.ts';
export * from './actions.ts';
export * from './documents.ts';
export * from './events.ts';
export type { ByLine, Return } from './goods.ts';
export * from './parts.ts';
export * from './state.ts';
export * from './status.ts';
export * from './totals.ts';
