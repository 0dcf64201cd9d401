const TYPED_INTO = 'input, textarea, select, [contenteditable]';

/**
 * After a change of room a reader's or keyboard's place is the heading of what came in: the last one on the page, since
 * a sheet stands after its list. A field that the room has put the cursor into keeps it.
 */
export const arrive = (room: ParentNode | null, active: Element | null): void => {
  if (!room || (active !== null && active.matches(TYPED_INTO) && room.contains(active))) return;
  const headings = [...room.querySelectorAll<HTMLElement>('h1[tabindex="-1"]')];
  headings.at(-1)?.focus({ preventScroll: true });
};
