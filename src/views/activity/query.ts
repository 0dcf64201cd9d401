import * as z from 'zod/mini';
import { defineQuery } from '../../kernel/index.ts';
import { mainOf, page, tieOf, type Page } from '../listing/index.ts';
import { activityParams, walkFor } from './filters.ts';
import { countKey, type ActivityRow, type ActivityTables } from './row.ts';

const view = 'activity';
const permission = 'activity.see';

/** Something that happened, at an ISO instant. */
export interface ActivityEntry extends Omit<ActivityRow, 'main'> {
  readonly at: string;
  readonly position: number;
}

const answered = ({ main: _, ...row }: ActivityRow): ActivityEntry => ({
  ...row,
  at: mainOf(row.key),
  position: Number(tieOf(row.key)),
});

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
    return { rows: rows.map(answered), ...rest };
  },
});

const MOST_ACTORS = 500;

/** Whoever did something, and how much of it. */
export const ActivityActors = defineQuery<ActivityTables>()({
  name: 'ActivityActors',
  view,
  permission,
  params: z.object({}),
  run: async ({ counts }): Promise<readonly { readonly actor: string; readonly rows: number }[]> => {
    const before = countKey('actor', '');
    const found = await counts.range({ from: before, to: `${before}\uffff`, limit: MOST_ACTORS });
    return found.map(({ key, rows }) => ({ actor: key.slice(before.length), rows }));
  },
});
