import type { ActivityEntry } from '../../../views/activity/index.ts';

type Entry = Pick<ActivityEntry, 'key' | 'group' | 'position' | 'orderId' | 'customerId' | 'productId'>;

interface Group {
  readonly correlationId: string;
  /** Of those of it that are looked at: whether anything of it still goes back. */
  readonly positions: readonly number[];
}

/** A look at each of a thousand orders would keep the book busy for nothing. */
const LOOKED_AT = 8;

const aboutOf = ({ orderId, customerId, productId }: Entry): string | undefined =>
  orderId ?? productId ?? customerId;

/** What was done to several things in one go, by the key of the newest entry of it. */
export const groupsOf = (newestFirst: readonly Entry[]): ReadonlyMap<string, Group> => {
  const together = new Map<string, Entry[]>();
  for (const entry of newestFirst) {
    if (entry.group === undefined) continue;
    const found = together.get(entry.group);
    if (found) found.push(entry);
    else together.set(entry.group, [entry]);
  }
  return new Map(
    [...together].flatMap(([correlationId, entries]) => {
      const things = new Map(entries.map((entry) => [aboutOf(entry), entry.position]));
      const [newest] = entries;
      if (!newest || things.size < 2) return [];
      return [[newest.key, { correlationId, positions: [...things.values()].slice(0, LOOKED_AT) }] as const];
    }),
  );
};
