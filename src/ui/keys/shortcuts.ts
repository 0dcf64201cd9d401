/** One key that does something: where it works, and how it is shown. */
interface Shortcut {
  readonly id: string;
  readonly where: 'everywhere' | 'orders' | 'order';
  readonly shown: readonly string[];
  /** As `KeyboardEvent.key` says it; absent where the place itself sees to it. */
  readonly key?: string;
}

/** Every key of the app, in the order in which they are told: the one table that is both obeyed and shown. */
export const SHORTCUTS = [
  { id: 'palette', where: 'everywhere', shown: ['Ctrl', 'K'] },
  { id: 'search', where: 'everywhere', shown: ['/'], key: '/' },
  { id: 'help', where: 'everywhere', shown: ['?'], key: '?' },
  { id: 'next', where: 'orders', shown: ['J'], key: 'j' },
  { id: 'previous', where: 'orders', shown: ['K'], key: 'k' },
  { id: 'open', where: 'orders', shown: ['Enter'] },
  { id: 'select', where: 'orders', shown: ['X'], key: 'x' },
  { id: 'select-to', where: 'orders', shown: ['Shift', 'X'], key: 'X' },
  { id: 'leave', where: 'orders', shown: ['Esc'], key: 'Escape' },
  { id: 'new-order', where: 'orders', shown: ['N'], key: 'n' },
  { id: 'quantity', where: 'order', shown: ['↑', '↓'] },
  { id: 'next-product', where: 'order', shown: ['Enter'] },
  { id: 'percent', where: 'order', shown: ['%'] },
  { id: 'place', where: 'order', shown: ['Ctrl', 'Enter'] },
] as const satisfies readonly Shortcut[];

export type ShortcutId = (typeof SHORTCUTS)[number]['id'];

const TYPED_INTO =
  'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable], [role="dialog"], [role="menu"], [role="listbox"]';

/** What a key asks for in this place; nothing while somebody types, or a dialog or menu has the keyboard. */
export const shortcutOf = (event: KeyboardEvent, place: Shortcut['where']): ShortcutId | undefined => {
  const { key, target } = event;
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey)
    return undefined;
  if (target instanceof Element && target.closest(TYPED_INTO)) return undefined;
  return SHORTCUTS.find((one: Shortcut) => one.where === place && one.key === key)?.id;
};
