const TYPED_INTO = 'input, textarea, select, [contenteditable]';
const PART = 'h2[tabindex="-1"]';
const HEADING = 'h1[tabindex="-1"]';
/** A sheet whose heading has not come by then is in trouble, and says so by itself. */
const LATEST_MS = 1_000;

const lastHeading = (room: ParentNode): HTMLElement | undefined =>
  [...room.querySelectorAll<HTMLElement>(HEADING)].at(-1);

/**
 * After a change of room a reader's or keyboard's place is the heading of what came in: the last one on the page, since
 * a sheet stands after its list. What a sheet shows is read first, so its heading may come a moment after the room.
 * A field that the room has put the cursor into keeps it, so does the part that the address means, and whatever the person has meanwhile gone to.
 */
export const arrive = (room: HTMLElement): void => {
  const place = (): Element | null => document.activeElement;
  if (place()?.matches(`${TYPED_INTO}, ${PART}`) === true && room.contains(place())) return;
  let at = lastHeading(room);
  at?.focus({ preventScroll: true });
  const watch = new MutationObserver(() => {
    const heading = lastHeading(room);
    if (heading === at) return;
    if (place() === at || place() === document.body) heading?.focus({ preventScroll: true });
    at = heading;
  });
  watch.observe(room, { childList: true, subtree: true });
  setTimeout(() => {
    watch.disconnect();
  }, LATEST_MS);
};
