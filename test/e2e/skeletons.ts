import type { Locator, Page } from '@playwright/test';

/** What stands in for something until it is read: it alone says by a name of its own what is on its way. */
export const skeletons = (page: Page): Locator => page.locator('main [role=status][aria-label]');
