import type { Workbox } from 'workbox-window';
import { typedField } from './typing.ts';

const CHECK_EACH_MS = 60 * 60 * 1000;

/** The app's own files: whether they are kept for work without a network, and whether newer ones wait. */
class Versions {
  /** A newer version waits, or another tab has taken it: this tab gets it by `take`. */
  ready = $state(false);
  /** Every file is kept: the app opens without a network. */
  offline = $state('serviceWorker' in navigator && navigator.serviceWorker.controller !== null);
  #workbox: Workbox | undefined;
  #taking = false;
  readonly #writers = new Set<() => Promise<boolean>>();

  /** Registers the service worker and looks for newer versions from time to time. `onOffline`: the first time that all is kept. */
  async start(onOffline: () => void): Promise<void> {
    if (!('serviceWorker' in navigator)) return;
    // The app goes on without it as it is.
    const loaded = await import('workbox-window').catch(() => undefined);
    if (!loaded) return;
    const workbox = new loaded.Workbox('./service-worker.js', { scope: './', updateViaCache: 'none' });
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

  /** Asked before this page is loaded anew: writes what it holds, and says whether all of it is kept. Returns how to leave. */
  writeBefore(write: () => Promise<boolean>): () => void {
    this.#writers.add(write);
    return () => this.#writers.delete(write);
  }

  /**
   * The person's choice: the newer version takes over, and this page is loaded anew with it. Nothing happens, and it says
   * `typing`, while something is typed that only stands on this page.
   */
  async take(): Promise<'taken' | 'typing'> {
    const field = typedField();
    const kept = await Promise.all([...this.#writers].map((write) => write()));
    if (field || kept.includes(false)) {
      field?.focus();
      return 'typing';
    }
    this.#taking = true;
    void navigator.serviceWorker.getRegistration().then((registration) => {
      if (registration?.waiting) this.#workbox?.messageSkipWaiting();
      else location.reload();
    });
    return 'taken';
  }
}

export const versions = new Versions();
