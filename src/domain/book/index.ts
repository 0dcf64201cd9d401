export * from './commands.ts';
export * from './events.ts';
export * from './prefixes.ts';
export * from './state.ts';
