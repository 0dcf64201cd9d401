import { expect, type Page } from '@playwright/test';
import axe from 'axe-core';

const BOTH = ['light', 'dark'] as const;
type Lights = readonly (typeof BOTH)[number][];

/**
 * The rules of accessibility that the page breaks, each with the elements; none is left out but `except`. What looks for
 * them is put into a document once, and asked for nothing else: the package for Playwright works three times as long.
 */
export const broken = async (page: Page, except: readonly string[] = []): Promise<readonly string[]> => {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  // The rows of a long list are hidden until they have been measured: it has nothing to go to by then.
  await page.waitForFunction(() =>
    [...document.querySelectorAll('.list-rows')].every(
      (list) =>
        list.scrollHeight <= list.clientHeight ||
        [...list.querySelectorAll('a, button')].some((way) =>
          way.checkVisibility({ visibilityProperty: true }),
        ),
    ),
  );
  return page.evaluate(
    async (rules) => {
      const { run } = (window as unknown as { readonly axe: typeof axe }).axe;
      const { violations } = await run(document, { resultTypes: ['violations'], rules });
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    },
    Object.fromEntries(except.map((rule) => [rule, { enabled: false }])),
  );
};

/** No rule of accessibility is broken, in both lights or in these. */
export const accessible = async (page: Page, lights: Lights = BOTH): Promise<void> => {
  for (const colorScheme of lights) {
    // Without motion, or a message that is still fading in has too little contrast.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // What was closed is there until its end is drawn, and belongs to nothing any more.
    await expect(
      page.locator('[role=menu][data-state=closed], [role=dialog][data-state=closed]'),
    ).toHaveCount(0);
    expect(await broken(page), colorScheme).toEqual([]);
  }
};

/** The same, and nothing is wider than the screen. */
export const examine = async (page: Page, lights?: Lights): Promise<void> => {
  await accessible(page, lights);
  const [wanted, there] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect(wanted, 'scrolls sideways').toBe(there);
};
