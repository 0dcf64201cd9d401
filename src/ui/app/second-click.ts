const CONTROL = 'button, a, label, input, select, summary, [role]';

/**
 * The second click of a double click is for what the first was for. Where that is gone by then, as a form that was saved is,
 * it does not fall on what has come in its place: whoever places an order with two clicks does not begin to ship it.
 */
export const guardSecondClicks = (): void => {
  let first: Element | null = null;
  window.addEventListener(
    'click',
    (event) => {
      if (event.detail > 1 && first?.isConnected === false) {
        event.preventDefault();
        event.stopImmediatePropagation();
        return;
      }
      first = event.target instanceof Element ? event.target.closest(CONTROL) : null;
    },
    true,
  );
};
