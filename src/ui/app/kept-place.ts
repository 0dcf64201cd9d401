const REACHABLE = 'a[href], button:not(:disabled), input:not(:disabled), select, textarea';
/** A row, its cell, its button: whoever is further up has lost a page, and arrival.ts sees to that. */
const FAR = 3;

interface Place {
  readonly at: Element;
  /** Those around it, the nearest first. */
  readonly around: readonly Element[];
  /** Which of what can be reached in each of them it was. */
  readonly index: readonly number[];
}

const reachable = (within: Element): HTMLElement[] =>
  [...within.querySelectorAll<HTMLElement>(REACHABLE)].filter((one) => one.checkVisibility());

function placeOf(at: Element): Place {
  const around: Element[] = [];
  for (let one = at.parentElement; one && around.length < FAR; one = one.parentElement) around.push(one);
  return { at, around, index: around.map((one) => reachable(one).findIndex((each) => each === at)) };
}

/**
 * Keeps the keyboard's place when the button that was pressed goes with what it took away, as a tag, a filter or a
 * message does: on what stands there then, else before it. The browser would begin anew at the top of the page.
 */
export const keepPlace = (): void => {
  let last: Place | undefined;
  document.addEventListener('focusin', ({ target }) => {
    last = target instanceof HTMLButtonElement ? placeOf(target) : undefined;
  });
  const restore = (): void => {
    const place = last;
    if (!place || place.at.isConnected || document.activeElement !== document.body) return;
    last = undefined;
    const nearest = place.around.findIndex((one) => one.isConnected);
    const within = place.around[nearest];
    if (!within || within.matches('main, body, [role=dialog]')) return;
    const there = reachable(within);
    (there[place.index[nearest] ?? 0] ?? there.at(-1))?.focus({ preventScroll: true });
  };
  // After whoever took it away has put the focus where they know better.
  new MutationObserver(() => {
    if (last && !last.at.isConnected) requestAnimationFrame(restore);
  }).observe(document.body, { childList: true, subtree: true });
};
