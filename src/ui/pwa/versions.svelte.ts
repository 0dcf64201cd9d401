import type { Workbox } from 'workbox-window';
import { typedField } from './typing.ts';

const WORKER = ['./service-worker.js', { scope: './', updateViaCache: 'none' }] as const;
const CHECK_EACH_MS = 60 * 60 * 1000;
/** So long a newer version may take to take over. In Chromium the older one can hold it up for minutes, until this page leaves it. */
const TAKE_OVER_MS = 5_000;

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
    let registration = await this.#register(new loaded.Workbox(...WORKER), onOffline);
    const look = async (): Promise<void> => {
      if (document.visibilityState !== 'visible' || !navigator.onLine) return;
      // Where one of its files did not come the first time, nothing is left of it.
      if (registration && (registration.active ?? registration.waiting ?? registration.installing))
        await registration.update().catch(() => undefined);
      else registration = await this.#register(new loaded.Workbox(...WORKER), onOffline);
    };
    document.addEventListener('visibilitychange', () => void look());
    setInterval(() => void look(), CHECK_EACH_MS);
  }

  /** Asked before this page is loaded anew: writes what it holds, and says whether all of it is kept. Returns how to leave. */
  writeBefore(write: () => Promise<boolean>): () => void {
    this.#writers.add(write);
    return () => this.#writers.delete(write);
  }

  /**
   * The person's choice: the newer version, if one waits, takes over, and this page is loaded anew. Nothing happens, and it says
   * `typing`, while something is typed that only stands on this page.
   */
  async take(): Promise<'taken' | 'typing'> {
    const field = typedField();
    if (!(await this.#isAllKept())) {
      field?.focus();
      return 'typing';
    }
    this.#taking = true;
    const { serviceWorker } = navigator as Partial<Navigator>;
    void Promise.resolve(serviceWorker?.getRegistration()).then((registration) => {
      if (!registration?.waiting) return this.#reload();
      this.#workbox?.messageSkipWaiting();
      setTimeout(() => void this.#reload(), TAKE_OVER_MS);
      return undefined;
    });
    return 'taken';
  }

  /** Undefined without a network, or where the browser forbids it: the app goes on as it is. */
  async #register(workbox: Workbox, onOffline: () => void): Promise<ServiceWorkerRegistration | undefined> {
    this.#workbox = workbox;
    workbox.addEventListener('waiting', () => (this.ready = true));
    workbox.addEventListener('activated', ({ isUpdate }) => {
      this.offline = true;
      if (isUpdate !== true) onOffline();
    });
    workbox.addEventListener('controlling', ({ isUpdate }) => {
      if (this.#taking) void this.#reload();
      else if (isUpdate === true) this.ready = true;
    });
    return workbox.register().catch(() => undefined);
  }

  async #isAllKept(): Promise<boolean> {
    const kept = await Promise.all([...this.#writers].map((write) => write()));
    return typedField() === undefined && !kept.includes(false);
  }

  /** Unless something was typed since the person chose it: then they are asked again. */
  async #reload(): Promise<void> {
    if (!this.#taking) return;
    if (await this.#isAllKept()) location.reload();
    else this.#taking = false;
  }
}

export const versions = new Versions();
