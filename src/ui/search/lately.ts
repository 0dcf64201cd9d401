const KEY = 'counterfoil.lately-done';
const MOST = 5;

const recall = (): readonly string[] => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : [];
  } catch {
    // localStorage is closed in some private windows, and anybody can write it.
    return [];
  }
};

/** The ids of what was done last from the search on this device, the newest first. */
export const latelyDone = (): readonly string[] => recall();

export const didLately = (id: string): void => {
  try {
    const others = recall().filter((one) => one !== id);
    localStorage.setItem(KEY, JSON.stringify([id, ...others].slice(0, MOST)));
  } catch {
    // It is then not remembered.
  }
};
