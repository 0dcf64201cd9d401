export type { DeedName } from './deed.ts';
export { createUndo, type UndoOffer, type Undone } from './undo.ts';
