import { Workbox } from 'workbox-window';

const CHECK_EACH_MS = 60 * 60 * 1000;

/** The app's own files: whether they are kept for work without a network, and whether newer ones wait. */
class Versions {
  /** A newer version waits, or another tab has taken it: this tab gets it by `take`. */
  ready = $state(false);
  /** Every file is kept: the app opens without a network. */
  offline = $state('serviceWorker' in navigator && navigator.serviceWorker.controller !== null);
  #workbox: Workbox | undefined;
  #taking = false;

  /** Registers the service worker and looks for newer versions from time to time. `onOffline`: the first time that all is kept. */
  async start(onOffline: () => void): Promise<void> {
    if (!('serviceWorker' in navigator)) return;
    const workbox = new Workbox('./service-worker.js', { scope: './', updateViaCache: 'none' });
    this.#workbox = workbox;
    workbox.addEventListener('waiting', () => (this.ready = true));
    workbox.addEventListener('activated', ({ isUpdate }) => {
      this.offline = true;
      if (isUpdate !== true) onOffline();
    });
    workbox.addEventListener('controlling', ({ isUpdate }) => {
      if (this.#taking) location.reload();
      else if (isUpdate === true) this.ready = true;
    });
    // Without a network, or where the browser forbids it, the app goes on as it is.
    const registration = await workbox.register().catch(() => undefined);
    if (!registration) return;
    const look = (): void => {
      if (document.visibilityState === 'visible' && navigator.onLine)
        registration.update().catch(() => undefined);
    };
    document.addEventListener('visibilitychange', look);
    setInterval(look, CHECK_EACH_MS);
  }

  /** The person's choice: the newer version takes over, and this page is loaded anew with it. */
  take(): void {
    this.#taking = true;
    void navigator.serviceWorker.getRegistration().then((registration) => {
      if (registration?.waiting) this.#workbox?.messageSkipWaiting();
      else location.reload();
    });
  }
}

export const versions = new Versions();
