export { createOutlets } from './outlets.ts';
export { createOutletDesk, type LetterDeed, type OutletChange } from './desk.ts';
export type { Message, OutletStatus, OutletTested } from './shapes.ts';
