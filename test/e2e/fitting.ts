import { expect, type Locator, type Page } from '@playwright/test';

const CONTROLS = 'a[href], button, input, select, textarea, [role=combobox], [tabindex="0"]';

/**
 * What doesn't fit on the page, each in words: the page itself scrolls sideways, or something that scrolls up and down
 * also does sideways (a table may, in a place of its own), or a control reaches over an edge that cuts it off.
 */
export const misfits = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async (controls) => {
    // What follows the size of its place by script does so in the next frame, and is drawn in the one after.
    for (let frames = 0; frames < 2; frames += 1) await new Promise(requestAnimationFrame);
    const found: string[] = [];
    const { documentElement } = document;
    const name = (one: Element): string =>
      `${one.tagName}.${one.classList[0] ?? ''} ${(one.getAttribute('aria-label') ?? one.textContent).trim().slice(0, 50)}`;
    const overflow = (one: Element): string => getComputedStyle(one).overflowX;
    const isMovable = (one: Element): boolean =>
      /auto|scroll/.test(overflow(one)) && one.scrollWidth > one.clientWidth + 1;
    if (documentElement.scrollWidth > documentElement.clientWidth) found.push('the page scrolls sideways');
    for (const one of document.querySelectorAll('body :not(input, textarea)'))
      if (isMovable(one) && one.scrollHeight > one.clientHeight + 1)
        found.push(`scrolls both ways: ${name(one)}`);
    for (const control of document.querySelectorAll(controls)) {
      if (!control.checkVisibility({ visibilityProperty: true }) || control.closest('.skip')) continue;
      const { left, right, width } = control.getBoundingClientRect();
      let edge = control.parentElement;
      while (edge !== null && overflow(edge) === 'visible') edge = edge.parentElement;
      if (width <= 1 || (edge !== null && isMovable(edge))) continue;
      const place = (edge ?? documentElement).getBoundingClientRect();
      if (left < Math.max(0, place.left) - 1 || right > Math.min(innerWidth, place.right) + 1)
        found.push(`is cut off: ${name(control)}`);
    }
    return found;
  }, CONTROLS);

/** Controls of the room that can't be brought into sight: something that stays where it is lies over them. */
export const covered = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async (controls) => {
    const isThere = (control: Element): boolean =>
      control.isConnected && control.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    const over = async (control: Element): Promise<string | undefined> => {
      control.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
      await new Promise((drawn) => requestAnimationFrame(drawn));
      const { left, top, width, height } = control.getBoundingClientRect();
      if (width <= 1) return undefined;
      const label = control.closest('label');
      const there = document.elementFromPoint(left + width / 2, top + Math.min(height, innerHeight) / 2);
      const isMeant =
        there !== null && (control.contains(there) || there.contains(control) || label?.contains(there));
      return isMeant ? undefined : (there?.outerHTML.slice(0, 120) ?? 'nothing');
    };
    const found: string[] = [];
    for (const control of document.querySelectorAll(`main :is(${controls})`)) {
      // A row of tabs that has just been made narrow moves to the present one: what lies over it for good does so again.
      const TRIES = 30;
      let under: string | undefined;
      for (let n = 0; n < TRIES && isThere(control); n += 1) {
        under = await over(control);
        if (under === undefined) break;
      }
      if (under !== undefined && isThere(control))
        found.push(`${control.outerHTML.slice(0, 120)} under ${under}`);
    }
    return found;
  }, CONTROLS);

/** Controls with less than 24 px to press each way, a link among words left out: WCAG 2.5.8. */
export const smallTargets = (page: Page): Promise<readonly string[]> =>
  page.evaluate((controls) => {
    const LEAST = 24;
    const seen = [...document.querySelectorAll(controls)].filter(
      (one) =>
        one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !one.closest('.skip'),
    );
    const boxOf = (one: Element): DOMRect => (one.closest('label') ?? one).getBoundingClientRect();
    const isAmongWords = (one: Element): boolean =>
      getComputedStyle(one).display === 'inline' &&
      [...(one.parentElement?.childNodes ?? [])].some(
        (node) => node.nodeType === 3 && node.nodeValue?.trim(),
      );
    return seen
      .filter((one) => {
        const { width, height } = boxOf(one);
        if (width <= 1 || isAmongWords(one) || (width >= LEAST && height >= LEAST)) return false;
        // What is smaller needs a circle of that size to itself.
        const { left, top } = boxOf(one);
        const middle = { x: left + width / 2, y: top + height / 2 };
        return seen.some((other) => {
          if (other === one || other.contains(one) || one.contains(other)) return false;
          const box = boxOf(other);
          const x = Math.max(box.left, Math.min(middle.x, box.right));
          const y = Math.max(box.top, Math.min(middle.y, box.bottom));
          return box.width > 1 && Math.hypot(x - middle.x, y - middle.y) < LEAST / 2;
        });
      })
      .map(
        (one) => `${one.outerHTML.slice(0, 160)}: ${String(boxOf(one).width)} × ${String(boxOf(one).height)}`,
      );
  }, CONTROLS);

/** Where a text that ends like this has its last letter before the one before it, as its own order never does. */
export const shuffled = (page: Page, end: string): Promise<readonly string[]> =>
  page.evaluate((tail) => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    const boxOf = (text: Node, at: number): DOMRect => {
      const range = document.createRange();
      range.setStart(text, at);
      range.setEnd(text, at + 1);
      return range.getBoundingClientRect();
    };
    for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
      const last = (text.nodeValue ?? '').lastIndexOf(tail) + tail.length - 1;
      if (last < tail.length - 1 || !text.parentElement?.checkVisibility()) continue;
      const [before, after] = [boxOf(text, last - 1), boxOf(text, last)];
      if (before.top === after.top && after.left < before.left)
        found.push(
          `is shuffled: ${text.parentElement.outerHTML.replace(text.nodeValue ?? '', '…').slice(0, 160)}`,
        );
    }
    return found;
  }, end);

/** Two things stand beside each other: neither begins below the other's end. */
export const inOneRow = async (one: Locator, other: Locator): Promise<void> => {
  await expect(one).toBeVisible();
  await expect(other).toBeVisible();
  const boxes = await Promise.all([one.boundingBox(), other.boundingBox()]);
  const [starts, ends] = [
    boxes.map((box) => box?.y ?? 0),
    boxes.map((box) => (box?.y ?? 0) + (box?.height ?? 0)),
  ];
  expect(Math.max(...starts), 'stand in one row').toBeLessThan(Math.min(...ends));
};

/** All of it is seen: nothing that stays where it is, as a bar, lies over its upper or its lower end. */
export const inSight = (one: Locator): Promise<void> =>
  expect(async () => {
    const isSeen = await one.evaluate((element) => {
      const { left, top, bottom, width } = element.getBoundingClientRect();
      const at = (y: number): boolean => element.contains(document.elementFromPoint(left + width / 2, y));
      return at(top + 2) && at(bottom - 2);
    });
    expect(isSeen).toBe(true);
  }).toPass({ timeout: 60_000 });
