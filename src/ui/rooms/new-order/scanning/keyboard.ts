import { Burst } from './burst.ts';

type Field = HTMLInputElement | HTMLTextAreaElement;

const fieldOf = (target: EventTarget | null): Field | undefined =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement ? target : undefined;

/** Says what it said before the code was typed into it, to whoever listens to it too. */
const restore = (field: Field, value: string): void => {
  field.value = value;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  // A list that opened under the first figures closes, and the cursor stays.
  field.blur();
  field.focus();
};

/**
 * Listens for a scanner wherever the cursor is; in a dialog a code is for the field it is typed into. Gives how to stop.
 * On the way down, before a shortcut or a button hears the keys, but behind whoever holds them back (parts/typed-ahead.ts).
 */
export const hearScanner = (onscan: (code: string) => void): (() => void) => {
  const burst = new Burst<Field>();
  const hear = (event: KeyboardEvent): void => {
    const { key, timeStamp: at, target } = event;
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (target instanceof Element && target.closest('[role="dialog"]')) return;
    const field = fieldOf(target);
    const scan = burst.take({ key, at }, () => field && { field, value: field.value });
    if (scan || (burst.running && !field)) event.stopPropagation();
    if (!scan) return;
    event.preventDefault();
    if (scan.before) restore(scan.before.field, scan.before.value);
    onscan(scan.code);
  };
  document.addEventListener('keydown', hear, true);
  return () => {
    document.removeEventListener('keydown', hear, true);
  };
};
