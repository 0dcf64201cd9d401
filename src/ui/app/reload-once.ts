const KEY = 'counterfoil.reloaded';
/** A page that has to reload again so soon would go on for ever. */
const PAUSE_MS = 10_000;

/** Reloads the page, unless it has just done so. */
export const reloadOnce = (): void => {
  try {
    const last = Number(sessionStorage.getItem(KEY) ?? 0);
    if (Date.now() - last < PAUSE_MS) return;
    sessionStorage.setItem(KEY, String(Date.now()));
  } catch {
    // Without a memory it is left to the person.
    return;
  }
  location.reload();
};
