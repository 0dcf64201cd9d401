import { expect, type Page } from '@playwright/test';
import { test } from './sample-book.ts';
import { skeletons } from './skeletons.ts';

/** Up to here a page counts as steady (Web Vitals, Cumulative Layout Shift). */
const STEADY = 0.1;
/** So long nothing changes once all of a room has come in. */
const REST_MS = 500;

const ROOMS = [
  'today',
  'orders',
  'orders/new',
  'customers',
  'products',
  'reports',
  'activity',
  'engine',
  'settings',
];

const watchShifts = (): void => {
  const shifts: string[] = [];
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & LayoutShift)[]) {
      if (entry.hadRecentInput) continue;
      sum += entry.value;
      for (const { node, previousRect, currentRect } of entry.sources)
        shifts.push(
          `${String(previousRect.y)} → ${String(currentRect.y)}: ${(node?.textContent ?? '').trim().slice(0, 40)}`,
        );
    }
  }).observe({ type: 'layout-shift', buffered: true });
  Object.assign(window, { shifted: () => ({ sum, shifts }) });
};

interface LayoutShift {
  readonly value: number;
  readonly hadRecentInput: boolean;
  readonly sources: readonly {
    readonly node: Node | null;
    readonly previousRect: DOMRectReadOnly;
    readonly currentRect: DOMRectReadOnly;
  }[];
}

const rest = (page: Page): Promise<void> =>
  page.evaluate(
    (ms) =>
      new Promise<void>((resolve) => {
        let timer = setTimeout(resolve, ms);
        new MutationObserver(() => {
          clearTimeout(timer);
          timer = setTimeout(resolve, ms);
        }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
      }),
    REST_MS,
  );

test('what a room shows stays where it is while the rest comes in @phone', async ({ shop }) => {
  for (const room of ROOMS)
    await test.step(room, async () => {
      const page = await shop.newPage();
      await page.addInitScript(watchShifts);
      await page.goto(`./#/${room}`);
      await expect(page.getByRole('heading', { level: 1 }).last()).toBeVisible();
      await expect(skeletons(page)).toHaveCount(0);
      await rest(page);
      const { sum, shifts } = await page.evaluate(() =>
        (window as unknown as { shifted: () => { sum: number; shifts: string[] } }).shifted(),
      );
      expect.soft(sum, `${room}\n${shifts.join('\n')}`).toBeLessThan(STEADY);
      await page.close();
    });
});
