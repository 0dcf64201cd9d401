import type { Attachment } from 'svelte/attachments';

const LONG_MS = 450;
/** A finger that moves further scrolls. */
const STILL_PX = 10;

/** A finger held still does this; the press that ends it does nothing else. */
export const longPress =
  (run: () => void): Attachment<HTMLElement> =>
  (element) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let from: PointerEvent | undefined;
    let isDone = false;
    const stop = (): void => {
      clearTimeout(timer);
      timer = undefined;
    };
    const down = (event: PointerEvent): void => {
      isDone = false;
      if (event.pointerType !== 'touch') return;
      from = event;
      timer = setTimeout(() => {
        isDone = true;
        run();
      }, LONG_MS);
    };
    const move = (event: PointerEvent): void => {
      if (from && Math.hypot(event.clientX - from.clientX, event.clientY - from.clientY) > STILL_PX) stop();
    };
    // Where the browser has a menu for a held link, it would stand over what is selected.
    const menu = (event: Event): void => {
      if (timer !== undefined || isDone) event.preventDefault();
    };
    const click = (event: Event): void => {
      if (!isDone) return;
      isDone = false;
      event.preventDefault();
      event.stopPropagation();
    };
    const leaving = new AbortController();
    const { signal } = leaving;
    element.addEventListener('pointerdown', down, { signal });
    element.addEventListener('pointermove', move, { signal });
    for (const end of ['pointerup', 'pointercancel', 'pointerleave'])
      element.addEventListener(end, stop, { signal });
    element.addEventListener('contextmenu', menu, { signal });
    element.addEventListener('click', click, { signal, capture: true });
    return () => {
      stop();
      leaving.abort();
    };
  };
