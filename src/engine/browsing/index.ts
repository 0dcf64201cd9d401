export { causesOf } from './causes.ts';
export { entriesOf } from './entries.ts';
export { openEntry } from './opened.ts';
export { refusalsOf } from './refused.ts';
export { storedOf } from './storage.ts';
