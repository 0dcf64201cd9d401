import type { Tone } from './shapes.ts';

export interface Toast {
  id: number;
  text: string;
  tone: Tone;
  action?: { label: string; run: () => void } | undefined;
}

/** Long enough to read twice, and to reach an "Undo". */
const STAYS_MS = 7_000;
const MOST = 3;

class Toasts {
  list = $state.raw<readonly Toast[]>([]);
  #next = 0;

  /** Says that something landed. What went wrong stays until it is dismissed; the rest leaves by itself. */
  show(text: string, options: { tone?: Tone; action?: Toast['action'] } = {}): () => void {
    const toast: Toast = { id: ++this.#next, text, tone: options.tone ?? 'good', action: options.action };
    this.list = [...this.list, toast].slice(-MOST);
    const dismiss = (): void => {
      this.dismiss(toast.id);
    };
    if (toast.tone !== 'wrong') setTimeout(dismiss, STAYS_MS);
    return dismiss;
  }

  dismiss(id: number): void {
    this.list = this.list.filter((toast) => toast.id !== id);
  }
}

/** The app's one stack of short messages; `ToastHost` in the shell shows it. */
export const toasts = new Toasts();
