import { newKey } from './cipher.ts';
import type { KeyMaterial, KeyStore } from './keyring.ts';

/** Keys in memory, for logs in memory. */
export const createMemoryKeys = (): KeyStore & { destroy(subject: string): void } => {
  const keys = new Map<string, KeyMaterial>();
  const forgotten = new Set<string>();
  const known = (subjects: readonly string[]) =>
    new Map(
      subjects.flatMap((subject) => {
        const key = keys.get(subject);
        return key ? [[subject, key] as const] : [];
      }),
    );
  return {
    read: (subjects) => Promise.resolve(known(subjects)),
    make: (subjects) => {
      for (const subject of subjects)
        if (!keys.has(subject) && !forgotten.has(subject)) keys.set(subject, newKey());
      return Promise.resolve(known(subjects));
    },
    destroy: (subject) => {
      keys.delete(subject);
      forgotten.add(subject);
    },
  };
};
