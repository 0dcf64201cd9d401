import type { Mapping } from '../../../jobs/import-book/index.ts';
import { likeliestKind } from './mapping-fields.ts';

/** What was said of a table so far. */
export type HalfSaid = Pick<Mapping, 'kind' | 'fields'>;

/** By the header: to check one table again shows another page, and what was said of the others is not to be said twice. */
const half = new Map<string, HalfSaid>();

export const halfSaid = (header: readonly string[]): HalfSaid =>
  half.get(JSON.stringify(header)) ?? { kind: likeliestKind(header), fields: {} };

export const keepHalfSaid = (header: readonly string[], said: HalfSaid): void => {
  half.set(JSON.stringify(header), said);
};
