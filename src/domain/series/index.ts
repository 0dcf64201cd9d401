export * from './events.ts';
export * from './names.ts';
export * from './state.ts';
