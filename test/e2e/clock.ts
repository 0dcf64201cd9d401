import type { Page } from '@playwright/test';

export const DAY_MS = 86_400_000;

/** How long it is until noon today, or was: the further from midnight, the surer "today" is one day everywhere. */
export const untilNoon = (): number => new Date().setHours(12, 0, 0, 0) - Date.now();

/** Sets the clock so far ahead for whatever is loaded from now on, the engine included; the last setting counts. */
export const setClock = async (page: Page, ahead: number): Promise<void> => {
  const shift = `{ const Now = (globalThis.clockOfTheMachine ??= Date); const by = ${String(ahead)};
    globalThis.Date = class extends Now {
      constructor(...of) { if (of.length > 0) super(...of); else super(Now.now() + by); }
      static now() { return Now.now() + by; }
    }; }`;
  await page.addInitScript(shift);
  await page.route(/engine\.worker[^/]*\.js$/, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: `${shift}\n${await answer.text()}` });
  });
};
