import { FinishImport, NoteImportUndone, StartImport } from './commands.ts';
import { UndoImportedCustomer, UndoImportedOrder, UndoImportedProduct } from './undo.ts';

export * from './events.ts';
export { imports } from './state.ts';

export const importCommands = [
  StartImport,
  FinishImport,
  NoteImportUndone,
  UndoImportedOrder,
  UndoImportedProduct,
  UndoImportedCustomer,
];
