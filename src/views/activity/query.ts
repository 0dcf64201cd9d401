import * as z from 'zod/mini';
import { defineQuery, type ReadTables } from '../../kernel/index.ts';
import { mainOf, page, tieOf, type Page } from '../listing/index.ts';
import { describedIn } from './described.ts';
import { activityParams, walkFor } from './filters.ts';
import { countKey, type ActivityRow, type ActivityTables, type Changed } from './row.ts';

const view = 'activity';
const permission = 'activity.see';

/** Something that happened, at an ISO instant. */
export interface ActivityEntry extends Omit<ActivityRow, 'main'> {
  readonly at: string;
  readonly position: number;
  /** Of a product, a variant or the settings, where that is known. */
  readonly changed?: Changed;
}

const answered = ({ main: _, ...row }: ActivityRow): ActivityEntry => ({
  ...row,
  at: mainOf(row.key),
  position: Number(tieOf(row.key)),
});

/** Each with what of a product, a variant or the settings it changed. */
const withChanges = async (
  { described }: Pick<ReadTables<ActivityTables>, 'described'>,
  entries: readonly ActivityEntry[],
): Promise<readonly ActivityEntry[]> => {
  const ids = [...new Set(entries.flatMap((entry) => describedIn(entry) ?? []))];
  if (ids.length === 0) return entries;
  const rows = await described.getMany(ids);
  const changesOf = new Map(rows.flatMap((row) => (row ? [[row.id, row.changes]] : [])));
  return entries.map((entry) => {
    const changed = changesOf.get(describedIn(entry) ?? '')?.[entry.position];
    return changed ? { ...entry, changed } : entry;
  });
};

/** Everything that happened, the newest first. */
export const Activity = defineQuery<ActivityTables>()({
  name: 'Activity',
  view,
  permission,
  params: activityParams,
  run: async (tables, params): Promise<Page<ActivityEntry>> => {
    const { rows, ...rest } = await page({
      table: tables.moments,
      ...(await walkFor(tables, params)),
      ...{ after: params.after, limit: params.limit },
      at: ({ key }) => key,
    });
    return { rows: await withChanges(tables, rows.map(answered)), ...rest };
  },
});

const MOST_ACTORS = 500;

/** `name` of those who sign in, and did when they have left since; of others the id says what they are. */
export interface ActivityActor {
  readonly actor: string;
  readonly name?: string;
  /** There is something to be found of them. */
  readonly acted: boolean;
}

/** Everyone who works or worked here, and whatever else did something. */
export const ActivityActors = defineQuery<ActivityTables>()({
  name: 'ActivityActors',
  view,
  permission,
  params: z.object({}),
  run: async ({ counts, people }): Promise<readonly ActivityActor[]> => {
    const before = countKey('actor', '');
    const found = await counts.range({ from: before, to: `${before}\uffff`, limit: MOST_ACTORS });
    const acted = new Set(found.map(({ key }) => key.slice(before.length)));
    const named = await people.range({ limit: MOST_ACTORS });
    const names = new Map(named.map(({ id, name }) => [id, name]));
    return [...new Set([...acted, ...names.keys()])].map((actor) => {
      const name = names.get(actor);
      return { actor, acted: acted.has(actor), ...(name !== undefined && { name }) };
    });
  },
});
