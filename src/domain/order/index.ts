export * from './events.ts';
export * from './parts.ts';
