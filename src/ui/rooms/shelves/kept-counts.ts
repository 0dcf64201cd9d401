const KEY = 'counterfoil.count';

/** What was counted and not booked yet: a walk along the shelves is long, and a phone lets go of its pages. */
export const keptCounts = (): readonly (readonly [string, number])[] => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    if (!Array.isArray(kept)) return [];
    return kept.flatMap((entry: unknown) => {
      const [id, counted] = Array.isArray(entry) ? (entry as unknown[]) : [];
      return typeof id === 'string' && Number.isSafeInteger(counted)
        ? [[id, counted as number] as const]
        : [];
    });
  } catch {
    return [];
  }
};

export const keepCounts = (counts: ReadonlyMap<string, number>): void => {
  try {
    if (counts.size === 0) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify([...counts]));
  } catch {
    // A browser that keeps nothing: the list is as good as the page is open.
  }
};
