import { whenIdle } from '../../app/when-idle.ts';

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

/** Reads all of it ahead of its first showing, as with rooms (promises.md, row 31): nobody waits for it then. */
export const warmSheets = (): void => {
  whenIdle(() => {
    for (const load of sheets) load().catch(() => undefined);
  });
};
