/** What is written down at the shelves and not booked yet: the walk is long, and a phone lets go of its pages. */
type Key = 'counterfoil.count' | 'counterfoil.delivery' | 'counterfoil.delivery.reference';

export const keptText = (key: Key): string => {
  try {
    return localStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
};

export const keepText = (key: Key, text: string): void => {
  try {
    if (text === '') localStorage.removeItem(key);
    else localStorage.setItem(key, text);
  } catch {
    // A browser that keeps nothing: the list is as good as the page is open.
  }
};

/** Thousandths by the name of the shelf. */
export const keptCounts = (key: Key): readonly (readonly [string, number])[] => {
  try {
    const kept: unknown = JSON.parse(keptText(key) || '[]');
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

export const keepCounts = (key: Key, counts: Iterable<readonly [string, number]>): void => {
  const kept = [...new Map(counts)];
  keepText(key, kept.length === 0 ? '' : JSON.stringify(kept));
};
