/** What Chromium hands out when the app may be installed; no standard knows it yet. */
interface InstallOffer extends Event {
  prompt(): Promise<unknown>;
}

const DECLINED = 'counterfoil.install-declined';

const declinedBefore = (): boolean => {
  try {
    return localStorage.getItem(DECLINED) !== null;
  } catch {
    return true;
  }
};

/** Whether the app stands on its own beside the device's other apps. */
class Installing {
  #offer = $state.raw<InstallOffer>();
  installed = $state(matchMedia('(display-mode: standalone)').matches);

  #declined = $state(declinedBefore());
  /** Only a page that has been here before is under a service worker as it begins. */
  readonly #isFirstVisit = !('serviceWorker' in navigator) || navigator.serviceWorker.controller === null;
  /** Safari on a phone installs, but only from its own menu. */
  readonly byHand =
    'standalone' in navigator && navigator.standalone === false && navigator.maxTouchPoints > 0;

  constructor() {
    addEventListener('beforeinstallprompt', (event) => {
      // The browser's own bar would come at a moment that nobody chose.
      event.preventDefault();
      this.#offer = event as InstallOffer;
    });
    addEventListener('appinstalled', () => {
      this.installed = true;
      this.#offer = undefined;
    });
  }

  /** The browser offers to install it by a button of ours. */
  get offered(): boolean {
    return this.#offer !== undefined;
  }

  /** Whether an offer comes at a fitting time. */
  get welcome(): boolean {
    return !this.installed && !this.#declined && !this.#isFirstVisit;
  }

  /** Not now, and not again by itself: the settings still offer it. */
  decline(): void {
    this.#declined = true;
    try {
      localStorage.setItem(DECLINED, 'yes');
    } catch {
      // It then holds until the page is closed.
    }
  }

  async install(): Promise<void> {
    const offer = this.#offer;
    this.#offer = undefined;
    await offer?.prompt();
  }
}

export const installing = new Installing();
