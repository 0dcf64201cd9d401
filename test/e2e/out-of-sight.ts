import type { Page } from '@playwright/test';

/** Puts the page where nobody looks, or before somebody's eyes again: a browser without a screen shows each at all times. */
export const hide = (page: Page, hidden: boolean): Promise<void> =>
  page.evaluate(
    (state) => {
      const { prototype } = ServiceWorkerRegistration;
      // eslint-disable-next-line @typescript-eslint/unbound-method -- it is bound where it is called
      const { showNotification } = prototype;
      if (!Object.hasOwn(window, 'showsInTurn'))
        prototype.showNotification = function (...notice) {
          return navigator.locks.request('notices', () => showNotification.apply(this, notice));
        };
      Object.assign(window, { showsInTurn: true });
      Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    },
    hidden ? 'hidden' : 'visible',
  );

/**
 * The notices of the system that stand, by their titles. Chromium forgets one that is asked for in the very moment in which
 * it is shown: so that is done in turn, on a page that `hide` was called for.
 */
export const notices = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const standing = await navigator.locks.request('notices', () => registration.getNotifications());
    return standing.map(({ title }) => title);
  });
