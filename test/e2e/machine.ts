import type { Page } from '@playwright/test';

/** Between two keys of a scanner. */
const GAP_MS = 5;

const keyOf = (sign: string) => {
  if (sign === '\n') return { key: 'Enter', text: '\r', windowsVirtualKeyCode: 13 };
  if (sign === '\t') return { key: 'Tab', windowsVirtualKeyCode: 9 };
  // Of letters and figures alone is the key's number the sign's: that of a point is Delete's.
  return {
    ...{ key: sign, text: sign },
    windowsVirtualKeyCode: /^[a-z0-9]$/i.test(sign) ? sign.toUpperCase().charCodeAt(0) : 0,
  };
};

/**
 * As a machine types, wherever the cursor is: it waits for nobody, and each key has its own instant, however busy the page is
 * meanwhile. Ends each line with Enter.
 */
export const typeAsMachine = async (page: Page, text: string, gapMs = GAP_MS): Promise<void> => {
  const session = await page.context().newCDPSession(page);
  const begin = Date.now() / 1000;
  await Promise.all(
    Array.from(text).flatMap((sign, n) => {
      const one = { ...keyOf(sign), timestamp: begin + (n * gapMs) / 1000 };
      const type = one.text === undefined ? ('rawKeyDown' as const) : ('keyDown' as const);
      return [
        session.send('Input.dispatchKeyEvent', { ...one, type }),
        session.send('Input.dispatchKeyEvent', { ...one, type: 'keyUp' }),
      ];
    }),
  );
  await session.detach();
};
