import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { AnyTableSpec, Projection } from '../../kernel/index.ts';
import { PARKED } from '../reading/generation.ts';

/** `key, a, [b+c], *words`: a table in Dexie's words. */
const storeOf = ({ key, indexes = [] }: AnyTableSpec): string =>
  [key, ...indexes.map((index) => (typeof index === 'string' ? index : `[${index.join('+')}]`))].join(', ');

/** The tables of a read model in Dexie's words; kept with each generation, so that a page can open it. */
export const storesOf = ({ tables }: Projection): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(Object.entries(tables).map(([name, spec]) => [name, storeOf(spec)])),
  [PARKED]: 'stream',
});

/** Fingerprint of the events that a projection looks at, with the versions of their schemas (decision 0011). */
export const readsOf = ({ handles }: Projection, versions: ReadonlyMap<string, number>): string => {
  const types = [...handles].sort().map((type) => `${type}@${String(versions.get(type) ?? 0)}`);
  return bytesToHex(sha256(utf8ToBytes(types.join('\n')))).slice(0, 16);
};
