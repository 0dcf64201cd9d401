/** Not in the browser's types yet: https://wicg.github.io/shape-detection-api/#barcode-detection-api */
interface Detector {
  detect(image: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>;
}

declare global {
  interface Window {
    readonly BarcodeDetector?: new () => Detector;
  }
}

/** Between two looks: often enough for a hand that moves, seldom enough for a phone's battery. */
const LOOK_MS = 150;
/** The same code counts again once it was out of sight for so long. */
const AGAIN_MS = 1_200;

export type CameraProblem = 'refused' | 'missing' | 'failed';

/** Whether this browser reads codes by itself; elsewhere there is no camera to offer. */
export const hasCamera = (): boolean => window.BarcodeDetector !== undefined && 'mediaDevices' in navigator;

const problemOf = (error: unknown): CameraProblem => {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError') return 'refused';
  return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'missing' : 'failed';
};

/** Looks through the camera until it is told to stop, and says each code that comes into sight. */
export class Camera {
  #stream: MediaStream | undefined;
  #isStopped = false;
  #last: { readonly code: string; readonly seen: number } | undefined;

  /** Gives what kept it from looking, if anything did. */
  async look(video: HTMLVideoElement, oncode: (code: string) => void): Promise<CameraProblem | undefined> {
    const Reader = window.BarcodeDetector;
    if (!Reader) return 'missing';
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      // It was closed while the browser asked.
      if (this.#isStopped) {
        for (const track of stream.getTracks()) track.stop();
        return undefined;
      }
      this.#stream = stream;
      video.srcObject = stream;
      await video.play();
      this.#watch(new Reader(), video, oncode);
      return undefined;
    } catch (error) {
      this.stop();
      return problemOf(error);
    }
  }

  stop(): void {
    this.#isStopped = true;
    for (const track of this.#stream?.getTracks() ?? []) track.stop();
  }

  #watch(reader: Detector, video: HTMLVideoElement, oncode: (code: string) => void): void {
    const once = async (): Promise<void> => {
      // A picture that can't be read is followed by one that can.
      const [found] = await reader.detect(video).catch(() => []);
      if (this.#isStopped) return;
      if (found) this.#see(found.rawValue, oncode);
      setTimeout(() => void once(), LOOK_MS);
    };
    void once();
  }

  #see(code: string, oncode: (code: string) => void): void {
    const now = performance.now();
    const isHeld = this.#last?.code === code && now - this.#last.seen < AGAIN_MS;
    this.#last = { code, seen: now };
    if (!isHeld) oncode(code);
  }
}
