import type { Explanation } from '../../explain/explanation.ts';
import { percent } from '../../words/format.ts';
import { m } from '../../words/index.ts';
import { amount, figure, first, main, rated, sumBy } from './figures.ts';
import { ofPeriod, thenColumn } from './report-file.ts';
import type { Seen } from './seen.ts';

type Trade = Pick<Seen, 'now' | 'then' | 'behind' | 'span' | 'thenSpan'>;

interface Rate {
  readonly rate: number;
  readonly net: number;
  readonly tax: number;
}

/** With tax: without it, and the tax, each with its orders. */
const withTax = (
  { rate, net, tax }: Rate,
  { now: { currency }, behind }: Trade,
): { readonly title: string; readonly amount: number; readonly explain: () => Explanation } => ({
  title: m.reports_gross(),
  amount: net + tax,
  explain: () => ({
    measure: { of: 'money', currency },
    lines: [
      { id: 'net', text: m.reports_net(), amount: net, href: behind('rate-net', String(rate)) },
      {
        ...{ id: 'tax', text: m.order_sum_tax({ rate: percent(rate) }), amount: tax },
        href: behind('rate', String(rate)),
      },
    ],
  }),
});

/** The tax to declare, rate by rate. */
export const taxList = (seen: Trade) => {
  const { now, then, behind } = seen;
  const { rates, currency } = now;
  const before = new Map(then?.rates.map(({ rate, tax }) => [rate, tax]));
  return {
    ...ofPeriod(m.reports_tax(), seen, currency),
    columns: [
      { ...first(m.reports_rate()), inFile: `${m.reports_rate()} %` },
      figure('net', m.reports_net()),
      main('tax', m.reports_tax_amount()),
      figure('gross', m.reports_gross()),
      ...thenColumn(seen, m.reports_tax_then()),
    ],
    rows: rates.map((one) => ({
      id: String(one.rate),
      cells: {
        what: rated(one.rate),
        net: { ...amount(one.net, currency, true), behind: behind('rate-net', String(one.rate)) },
        tax: { ...amount(one.tax, currency, true), behind: behind('rate', String(one.rate)) },
        gross: { ...amount(one.net + one.tax, currency, true), explained: withTax(one, seen) },
        then: amount(before.get(one.rate) ?? 0, currency, true),
      },
    })),
    sum: {
      what: m.reports_sum(),
      net: amount(
        sumBy(rates, ({ net }) => net),
        currency,
      ),
      tax: amount(
        sumBy(rates, ({ tax }) => tax),
        currency,
      ),
      gross: amount(
        sumBy(rates, ({ net, tax }) => net + tax),
        currency,
      ),
      then: amount(
        sumBy(then?.rates ?? [], ({ tax }) => tax),
        currency,
      ),
    },
  };
};
