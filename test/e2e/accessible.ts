import { expect, type Page } from '@playwright/test';
import axe from 'axe-core';

const BOTH = ['light', 'dark'] as const;
type Lights = readonly (typeof BOTH)[number][];

/** What the light changes: all else is as it was in the light before. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

/** A page that never rests is told about as it is, after as many looks. */
const LOOKS = 20;

/**
 * The rules of accessibility that the page breaks, each with the elements; none is left out but `except`. What looks for
 * them is put into a document once, and asked for nothing else: the package for Playwright works three times as long.
 *
 * It looks when the page rests, and looks again when something changed meanwhile: the rows of a long list come hidden and
 * are measured first, so whoever looks in between sees a list with nothing to go to.
 */
export const broken = async (
  page: Page,
  except: readonly string[] = [],
  only?: readonly string[],
): Promise<readonly string[]> => {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(
    async ({ rules, values, looks }) => {
      const { run } = (window as unknown as { readonly axe: typeof axe }).axe;
      let changes = 0;
      const watch = new MutationObserver(() => (changes += 1));
      watch.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
      /** How much had changed by the time when nothing did for two frames; a page that never rests is not waited for. */
      const rest = async (): Promise<number> => {
        for (let look = 1; look < looks; look += 1) {
          const before = changes;
          for (let frames = 0; frames < 2; frames += 1) await new Promise(requestAnimationFrame);
          if (changes === before) break;
        }
        return changes;
      };
      for (let look = 1; ; look += 1) {
        const before = await rest();
        const { violations } = await run(document, {
          resultTypes: ['violations'],
          rules,
          ...(values && { runOnly: { type: 'rule', values } }),
        });
        if (changes !== before && violations.length > 0 && look < looks) continue;
        watch.disconnect();
        return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
      }
    },
    {
      rules: Object.fromEntries(except.map((rule) => [rule, { enabled: false }])),
      values: only && [...only],
      looks: LOOKS,
    },
  );
};

/** No rule of accessibility is broken, in both lights or in these. */
export const accessible = async (page: Page, lights: Lights = BOTH): Promise<void> => {
  for (const [n, colorScheme] of lights.entries()) {
    // Without motion, or a message that is still fading in has too little contrast.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // What was closed is there until its end is drawn, and belongs to nothing any more.
    await expect(
      page.locator('[role=menu][data-state=closed], [role=dialog][data-state=closed]'),
    ).toHaveCount(0);
    expect(await broken(page, [], n > 0 ? OF_COLOURS : undefined), colorScheme).toEqual([]);
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
