export * from './commands/index.ts';
export * from './events.ts';
export * from './state.ts';
