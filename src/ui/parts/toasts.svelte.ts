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

type Action = Toast['action'];

class Toasts {
  list = $state.raw<readonly Toast[]>([]);
  #next = 0;
  #held = false;
  /** Their time is over, but somebody is at them. */
  readonly #overdue = new Set<number>();

  /** Says that something landed. What went wrong stays until it is dismissed; the rest leaves by itself. */
  show(text: string, options: { tone?: Tone; action?: Action | Promise<Action> } = {}): () => void {
    const { tone = 'good', action } = options;
    const later = action instanceof Promise;
    const toast: Toast = { id: ++this.#next, text, tone, action: later ? undefined : action };
    this.list = [...this.list, toast].slice(-MOST);
    const dismiss = (): void => {
      this.dismiss(toast.id);
    };
    const leave = (): void => {
      if (this.#held) this.#overdue.add(toast.id);
      else dismiss();
    };
    if (toast.tone !== 'wrong') setTimeout(leave, STAYS_MS);
    if (later) void action.then((known) => this.#offer(toast.id, known));
    return dismiss;
  }

  /** What can be done about it is known now. */
  #offer(id: number, action: Action): void {
    if (action) this.list = this.list.map((toast) => (toast.id === id ? { ...toast, action } : toast));
  }

  /** While somebody points at them, or is at one of their buttons, none leaves by itself. */
  hold(held: boolean): void {
    this.#held = held;
    if (held) return;
    const overdue = [...this.#overdue];
    this.#overdue.clear();
    for (const id of overdue) this.dismiss(id);
  }

  dismiss(id: number): void {
    this.list = this.list.filter((toast) => toast.id !== id);
    // With the last of them whoever held it is gone, and nothing tells of that.
    if (this.list.length === 0) this.hold(false);
  }
}

/** The app's one stack of short messages; `ToastHost` in the shell shows it. */
export const toasts = new Toasts();
