const LATEST_MS = 3_000;

/** Runs it once the page has nothing better to do; Safari has no idle callback. */
export const whenIdle = (run: () => void): void => {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(run, { timeout: LATEST_MS });
  else setTimeout(run, LATEST_MS);
};
