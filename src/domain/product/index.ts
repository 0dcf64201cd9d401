export * from './commands.ts';
export * from './events.ts';
export * from './move-stock.ts';
export * from './refusals.ts';
export * from './state.ts';
export * from './variants.ts';
