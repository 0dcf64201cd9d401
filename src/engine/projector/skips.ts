import type { Registry } from '../registry/index.ts';

/** Ids of the events that a view shall do without where it can't take them in. */
export const skippedOf = async (registry: Registry, view: string): Promise<ReadonlySet<string>> =>
  new Set((await registry.skips.where('view').equals(view).toArray()).map(({ eventId }) => eventId));
