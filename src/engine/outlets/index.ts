export { createOutlets } from './outlets.ts';
export { createOutletDesk, type LetterDeed, type OutletChange } from './desk.ts';
export type { OutletStatus } from './shapes.ts';
