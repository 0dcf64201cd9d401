// The whole write model, for whoever puts the application together.
export * from './aggregates.ts';
export * from './commands.ts';
