/**
 * Another place that remembers the book's install id: an empty store under a known witness is a loss, never a first
 * run (promises.md, M6). It may lag or be gone; then it only fails to warn.
 */
export interface Witness {
  recall(): string | undefined;
  remember(installId: string): void;
}

export const localWitness = (book: string): Witness => {
  const key = `${book}-install`;
  return {
    recall: () => {
      try {
        return localStorage.getItem(key) ?? undefined;
      } catch {
        return undefined;
      }
    },
    remember: (installId) => {
      try {
        localStorage.setItem(key, installId);
      } catch {
        // A browser that keeps nothing here can't warn; the book itself is not concerned.
      }
    },
  };
};
