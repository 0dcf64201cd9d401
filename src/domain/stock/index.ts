export { told } from './arrived.ts';
export * from './commands/index.ts';
export * from './events.ts';
export { policySet } from './counting.ts';
export * from './state.ts';
