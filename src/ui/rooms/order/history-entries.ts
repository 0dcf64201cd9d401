import type { HistoryEntry } from '../../../views/order-history/index.ts';
import { allocated } from './history.ts';

type Told = HistoryEntry['told'];

/** Steps of taking an order, of little interest once it is placed. */
const DRAFTING: ReadonlySet<Told['type']> = new Set([
  ...(['DraftCreated', 'LineAdded', 'LineChanged', 'LineRemoved', 'CustomerAssigned'] as const),
  ...(['CustomerUnassigned', 'DiscountSet', 'ShippingSet', 'DatesSet'] as const),
]);

export const isDrafting = ({ told }: Pick<HistoryEntry, 'told'>): boolean => DRAFTING.has(told.type);

/** As opposed to what happened by itself. */
export const isByPerson = ({ actor }: Pick<HistoryEntry, 'actor'>): boolean => !actor.startsWith('process:');

const allocationOf = ({ told: { type, data } }: HistoryEntry): string | undefined =>
  type === 'OrderAllocated' ? allocated(data.lines).text : undefined;

/**
 * The entries by when they happened, without those that only echo another: what is packed and leaves in one go is told by
 * its leaving, and stock that is kept as it was before is not told again.
 */
export function withoutEchoes(entries: readonly HistoryEntry[]): readonly HistoryEntry[] {
  const left = new Set(
    entries.flatMap(({ told: { type, data } }) =>
      type === 'ItemsShipped' || type === 'ItemsCollected' ? data.fulfilmentId : [],
    ),
  );
  let stock: string | undefined;
  return entries
    .toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at) || one.position - other.position)
    .filter((entry) => {
      const { type, data } = entry.told;
      if (type === 'ItemsPrepared') return !left.has(data.fulfilmentId);
      const next = allocationOf(entry);
      if (next === undefined) return true;
      const isNews = next !== stock;
      stock = next;
      return isNews;
    });
}
