/** By code unit, which is how `sort` does it by itself, and how IndexedDB orders keys. */
const members = (value: object): string =>
  Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${rowText(member)}`)
    .join(',');

/**
 * The one text of a row: two rows that a query can't tell apart have the same. Unlike what the log may hold
 * (`canonicalJson`), a row may be whatever a database keeps.
 */
export const rowText = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(rowText).join(',')}]`;
  if (value instanceof Date) return `date:${String(value.getTime())}`;
  if (value instanceof Map || value instanceof Set) return `${value.constructor.name}:${rowText([...value])}`;
  if (typeof value === 'object' && value !== null) return `{${members(value)}}`;
  if (typeof value === 'string') return JSON.stringify(value);
  return String(value);
};
