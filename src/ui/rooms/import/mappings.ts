import type { Mapping } from '../../../jobs/import-book/index.ts';

/** How this device reads tables that nobody recognizes: a preference, and no fact of the book. */
const KEY = 'counterfoil.import.mappings';
const KEPT = 50;

const isMapping = (value: unknown): value is Mapping => {
  if (typeof value !== 'object' || value === null) return false;
  const { header, kind, fields } = value as Partial<Record<keyof Mapping, unknown>>;
  return (
    Array.isArray(header) &&
    header.every((title) => typeof title === 'string') &&
    (kind === 'customers' || kind === 'products' || kind === 'orders') &&
    typeof fields === 'object' &&
    fields !== null &&
    Object.values(fields).every((column) => typeof column === 'string')
  );
};

/** The mappings of this device, the newest last; none where the browser keeps none. */
export const rememberedMappings = (storage: Pick<Storage, 'getItem'>): Mapping[] => {
  try {
    const kept: unknown = JSON.parse(storage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isMapping) : [];
  } catch {
    return [];
  }
};

const sameHeader = (one: Mapping, other: Mapping): boolean =>
  JSON.stringify(one.header) === JSON.stringify(other.header);

/** Remembers a mapping in the place of an earlier one of the same header. */
export const rememberMapping = (
  storage: Pick<Storage, 'getItem' | 'setItem'>,
  mapping: Mapping,
): Mapping[] => {
  const others = rememberedMappings(storage).filter((other) => !sameHeader(other, mapping));
  const all = [...others, mapping].slice(-KEPT);
  try {
    storage.setItem(KEY, JSON.stringify(all));
  } catch {
    // A browser that keeps nothing asks again next time.
  }
  return all;
};
