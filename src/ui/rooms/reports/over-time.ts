import type { SalesReport } from '../../../views/sales/index.ts';
import type { Sums } from '../../../views/sales/report.ts';
import type { ChartLine } from '../../parts/shapes.ts';

/** What a chart over time can show. */
export type Shows = 'sales' | 'taken' | 'orders' | 'tax';

export const shownOf = (shows: Shows, sums: Sums): number =>
  shows === 'sales' ? sums.net + sums.tax : sums[shows];

export interface Compared {
  readonly now: SalesReport;
  readonly then?: SalesReport | undefined;
  readonly names: { readonly now: string; readonly then: string };
  readonly say: (value: number) => string;
}

/**
 * Part by part of a period, the same part of the time compared with it beside it. Where that is shorter nothing stands; what
 * of it is longer is in its sum alone.
 */
export const overTime = (shows: Shows, { now, then, names, say }: Compared): readonly ChartLine[] => [
  {
    ...{ label: names.now, tone: 'accent', sum: say(shownOf(shows, now.sums)) },
    values: now.periods.map((sums) => shownOf(shows, sums)),
  },
  ...(then && then.periods.length > 1
    ? [
        {
          ...{ label: names.then, tone: 'attention' as const, sum: say(shownOf(shows, then.sums)) },
          values: now.periods.map((_, nth) => {
            const sums = then.periods[nth];
            return sums ? shownOf(shows, sums) : null;
          }),
        },
      ]
    : []),
];
