import { flushSync } from 'svelte';

/** Keys that are kept until the page is where they will be pressed. */
export interface TypedAhead {
  /** Its words and figures; empty when nothing but keys without a sign was pressed. */
  readonly text: string;
  /** When nothing more has come for a moment. */
  rest(): Promise<void>;
  /** Presses them where the cursor is by now, one after the other. */
  press(): void;
  forget(): void;
}

/** A key as it was pressed, or text that came without one: pasted, dictated, from a keyboard on the screen. */
type Typed = KeyboardEvent | string;

/** Hands that write on without looking don't rest as long; eyes that saw what happened need longer before a key is pressed. */
const REST_MS = 250;

const SIGNLESS = new Set(['Enter', 'Tab', 'Backspace', 'ArrowUp', 'ArrowDown']);

/** What a browser's own shortcuts are made of, and what a composition begins with, goes its way. */
const isKept = ({ key, ctrlKey, metaKey, altKey, isComposing }: KeyboardEvent): boolean =>
  !isComposing &&
  (key === 'Enter' || (!(ctrlKey || metaKey || altKey) && (key.length === 1 || SIGNLESS.has(key))));

const goOn = (from: Element, by: 1 | -1): void => {
  const stops = [
    ...document.querySelectorAll<HTMLElement>(
      'a[href], button, input, select, textarea, summary, [tabindex]',
    ),
  ].filter(
    (stop) =>
      stop.tabIndex >= 0 &&
      !stop.matches(':disabled, [inert] *') &&
      stop.checkVisibility({ visibilityProperty: true }),
  );
  const next = stops[stops.findIndex((stop) => stop === from) + by];
  next?.focus();
  if (next instanceof HTMLInputElement) next.select();
};

/** By name out of use, but in every browser, and all that types as a keyboard does: over what is selected, to be undone. */
const write = (command: 'insertText' | 'delete', text?: string): void => {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing has come in its place
  document.execCommand(command, false, text);
};

const signOf = (key: string): string => {
  if (key.length === 1) return key;
  return key === 'Enter' || key === 'Tab' ? ' · ' : '';
};

/** What a browser makes of a key that nobody on the page takes. */
const byItself = ({ key, shiftKey }: KeyboardEvent, at: Element): void => {
  if (key.length === 1) write('insertText', key);
  else if (key === 'Backspace') write('delete');
  else if (key === 'Tab') goOn(at, shiftKey ? -1 : 1);
  else if (key !== 'Enter') return;
  else if (at instanceof HTMLInputElement) at.form?.requestSubmit();
  else if (at instanceof HTMLElement && at.matches('a[href], button')) at.click();
};

const press = (typed: Typed): void => {
  if (typeof typed === 'string') {
    write('insertText', typed);
    return;
  }
  const at = document.activeElement ?? document.body;
  const again = new KeyboardEvent('keydown', typed);
  // Who tells a scanner from fingers goes by when it was pressed.
  Object.defineProperty(again, 'timeStamp', { value: typed.timeStamp });
  if (at.dispatchEvent(again)) byItself(again, at);
};

/** Keeps what is typed from now on, wherever the cursor is, until it is pressed or forgotten. */
export const holdKeys = (): TypedAhead => {
  const held: Typed[] = [];
  const field = document.activeElement;
  const before = field instanceof HTMLInputElement ? field.value : '';
  const stop = (event: Event): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const keydown = (event: KeyboardEvent): void => {
    if (!isKept(event)) return;
    stop(event);
    // An Enter that is held down is one.
    if (!(event.repeat && event.key === 'Enter')) held.push(event);
  };
  // Text without a key, as from a keyboard on the screen, can't be kept from being written: it is taken out again.
  const input = (event: Event): void => {
    if (!(event instanceof InputEvent) || event.isComposing || event.data === null) return;
    if (!(field instanceof HTMLInputElement) || event.target !== field) return;
    stop(event);
    field.value = before;
    held.push(event.data);
  };
  window.addEventListener('keydown', keydown, true);
  window.addEventListener('input', input, true);
  const forget = (): void => {
    window.removeEventListener('keydown', keydown, true);
    window.removeEventListener('input', input, true);
  };
  return {
    get text() {
      const signs = held.map((typed) => (typeof typed === 'string' ? typed : signOf(typed.key)));
      return signs.join('').replace(/^[\s·]+|[\s·]+$/gu, '');
    },
    rest: async () => {
      for (let seen = -1; seen < held.length;) {
        seen = held.length;
        await new Promise((resolve) => setTimeout(resolve, REST_MS));
      }
    },
    press: () => {
      forget();
      for (const typed of held) {
        // A key means what the page is after the one before it.
        flushSync();
        press(typed);
      }
    },
    forget,
  };
};
