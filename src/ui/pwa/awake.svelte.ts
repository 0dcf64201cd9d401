/** Keeps the screen on while somebody sells at a stall: until it is let go, or the app is closed. */
class Awake {
  /** Whether this device can do it at all. */
  readonly possible = 'wakeLock' in navigator;
  on = $state(false);
  #lock: WakeLockSentinel | undefined;

  constructor() {
    // The system takes it back whenever the app is out of sight.
    document.addEventListener('visibilitychange', () => void this.#hold());
  }

  async turn(on: boolean): Promise<void> {
    this.on = on;
    if (on) await this.#hold();
    else await this.#lock?.release();
  }

  async #hold(): Promise<void> {
    if (!this.on || document.visibilityState !== 'visible' || this.#lock?.released === false) return;
    try {
      this.#lock = await navigator.wakeLock.request('screen');
    } catch {
      // A device that saves its last power says no.
      this.on = false;
    }
  }
}

export const awake = new Awake();
