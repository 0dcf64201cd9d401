import { readAhead } from '../../app/read-ahead.ts';

/** What the room shows only when somebody asks for it. */
const sheets = [
  () => import('../order/Sheet.svelte'),
  () => import('../new-order/Editor.svelte'),
  () => import('../order/Dialogs.svelte'),
  () => import('../order/ReviseSheet.svelte'),
  () => import('./FilterDialog.svelte'),
  () => import('./ViewDialog.svelte'),
  () => import('./ManyBar.svelte'),
];

/** All of it ahead of its first showing, as with rooms: nobody waits for it then. */
export const readSheetsAhead = (): void => {
  readAhead(sheets);
};
