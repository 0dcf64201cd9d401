/** What Chromium hands out when the app may be installed; no standard knows it yet. */
interface InstallOffer extends Event {
  prompt(): Promise<unknown>;
}

/** Whether the app stands on its own beside the device's other apps. */
class Installing {
  #offer = $state.raw<InstallOffer>();
  installed = $state(matchMedia('(display-mode: standalone)').matches);

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

  async install(): Promise<void> {
    const offer = this.#offer;
    this.#offer = undefined;
    await offer?.prompt();
  }
}

export const installing = new Installing();
