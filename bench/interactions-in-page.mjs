// Put into every page before its own scripts; a classic script, so nothing can be imported or exported here.
globalThis.interactions = (() => {
  const ROW = '[data-order]';
  const FIELD = '[role=dialog] [role=combobox]';
  const one = (selector) => document.querySelector(selector);
  const list = () => one('main .scroller');

  /** Rows stand from the top of the list to its end, or there are no more of them. */
  const isFilled = () => {
    const { top, bottom } = list().getBoundingClientRect();
    const rows = [...document.querySelectorAll(ROW)].map((row) => row.getBoundingClientRect());
    const isCovered = (y) => rows.some((row) => row.top <= y && y <= row.bottom);
    if ([top + 10, (top + bottom) / 2, bottom - 10].every(isCovered)) return true;
    return !list().querySelector('.more') && one(`${ROW}, .empty h2`) !== null;
  };

  /** What stood before, for those that tell by it. */
  const before = () => ({
    list: list(),
    top: list()?.scrollTop,
    focused: document.activeElement,
    selected: one('main strong[role=status]')?.textContent,
  });

  /** By kind of result: whether it stands in the page. */
  const stands = {
    // What waits to come in with the rest is in the page before.
    shown: (_, selector) => one(selector)?.checkVisibility() === true,
    'another list': (was) => list() !== null && list() !== was.list && isFilled(),
    scrolled: (was) => list().scrollTop > was.top && isFilled(),
    focused: (was) => document.activeElement !== was.focused && document.activeElement.closest(ROW) !== null,
    selected: (was) => {
      const now = one('main strong[role=status]')?.textContent;
      return now !== undefined && now !== was.selected;
    },
    palette: () => document.activeElement?.matches(FIELD) && one('[role=listbox] [role=option]') !== null,
    sheet: (_, number) =>
      one('main .sheet h1')?.textContent.trim() === number && one('main .sheet table') !== null,
  };

  let outcome = Promise.resolve(0);

  return {
    /**
     * Before an input: waits for its event, then looks at the start of each frame whether the result stands. What stands
     * then is painted by that frame, and the first task after it is the end: so an answer that comes from the worker or
     * the store counts, which the Event Timing API leaves out (it ends with the first paint after the event, and in steps
     * of 8 ms).
     */
    expect: ({ event, until, of }) => {
      outcome = new Promise((resolve) => {
        const was = before();
        const begin = ({ timeStamp }) => {
          const frame = () => {
            if (stands[until](was, of)) setTimeout(() => resolve(performance.now() - timeStamp));
            else requestAnimationFrame(frame);
          };
          requestAnimationFrame(frame);
        };
        addEventListener(event, begin, { capture: true, once: true });
      });
    },
    /** Milliseconds from the event to the paint. */
    outcome: () => outcome,
    /** Puts orders of all years under a tag, and one of four on hold. */
    mark: async (tag) => {
      const { bench, counterfoil } = globalThis;
      const [DAYS, APART, DAY_MS] = [100, 40, 86_400_000];
      const day = (n) => new Date(Date.parse('2015-01-01') + n * APART * DAY_MS).toISOString().slice(0, 10);
      const pages = await Promise.all(
        Array.from({ length: DAYS }, (_, n) =>
          counterfoil.query('OrderList', { from: day(n), to: day(n), limit: 4 }),
        ),
      );
      const commands = pages.flatMap(({ answer }) =>
        answer.rows.flatMap(({ id: orderId }, n) => [
          ['Tag', { orderId, tag }],
          ...(n === 0 ? [['HoldOrder', { orderId, reason: 'Bench' }]] : []),
        ]),
      );
      const receipts = await Promise.all(
        commands.map(([type, payload]) => counterfoil.dispatch(type, payload, { durability: 'relaxed' })),
      );
      const refused = receipts.find(({ status }) => status !== 'committed');
      if (refused) throw new Error(JSON.stringify(refused));
      await bench.settled();
    },
  };
})();
