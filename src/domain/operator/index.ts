export * from './commands.ts';
export * from './events.ts';
export * from './permissions.ts';
export * from './sign-in.ts';
export * from './state.ts';
