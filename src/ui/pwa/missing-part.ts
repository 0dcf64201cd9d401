import { toasts } from '../parts/toasts.svelte.ts';
import { m } from '../words/index.ts';
import { versions } from './versions.svelte.ts';

let dismiss: () => void = () => undefined;

const say = (text: string): void => {
  dismiss();
  dismiss = toasts.show(text, { tone: 'wrong', action: { label: m.app_reload(), run: () => void reload() } });
};

const tell = (): void => {
  say(navigator.onLine || versions.offline ? m.app_part_missing() : m.app_part_missing_offline());
};

/** Without a network, and without the files on this device, a reload would take away what still works. */
async function reload(): Promise<void> {
  if (!navigator.onLine && !versions.offline) tell();
  else if ((await versions.take()) === 'typing') say(m.app_reload_typing());
}

/**
 * Says so where a dialog or another part of the app can't come, since its file does not: there is a newer version by now
 * that has others, or the network is gone. Whoever can do without a part catches its error, and nothing is said.
 */
export const watchParts = (): void => {
  const missing = new WeakSet<Error>();
  window.addEventListener('vite:preloadError', ({ payload }) => {
    missing.add(payload);
  });
  window.addEventListener('unhandledrejection', ({ reason }) => {
    if (reason instanceof Error && missing.has(reason)) tell();
  });
};
