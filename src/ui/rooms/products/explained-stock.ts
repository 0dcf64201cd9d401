import {
  StockExplanation,
  StockLedger,
  type Explanation as Causes,
  type LedgerEntry,
} from '../../../views/stock/index.ts';
import type { StockRow } from '../../../views/stock/row.ts';
import type { Ask } from '../../explain/ask-then.ts';
import { sumOf, type ExplainedLine, type Explanation } from '../../explain/explanation.ts';
import { instantInFull } from '../../words/format.ts';
import { m } from '../../words/index.ts';
import { asRead } from '../../words/as-read.ts';
import { goodsHref } from './addresses.ts';
import { goodsName } from '../../../domain/naming/goods-name.ts';
import type { Figures } from './in-all.ts';
import { movementSentence } from './ledger-words.ts';
import { measure } from './measure.ts';

/** Figures of a page's stock that can be asked for. */
export type StockFigure = 'available' | 'onHand' | 'reserved' | 'unavailable' | 'buffer' | 'backOrdered';

/** Movements shown one by one: the newest; those before them are one line. */
const MOST = 200;

const available = (figures: Figures): readonly ExplainedLine[] =>
  [
    { id: 'onHand', text: m.products_stat_on_hand(), amount: figures.onHand },
    { id: 'reserved', text: m.products_stat_reserved(), amount: 0 - figures.reserved },
    { id: 'unavailable', text: m.products_stat_unavailable(), amount: 0 - figures.unavailable },
    { id: 'buffer', text: m.products_stat_buffer(), amount: 0 - figures.buffer },
  ].filter(({ id, amount }) => id === 'onHand' || amount !== 0);

/** What moved a figure, the newest first, each with its order or the product's activity. */
export const movementLines = (
  entries: readonly LedgerEntry[],
  figure: 'onHand' | 'unavailable' | 'buffer',
  { productId, unit }: Pick<Figures, 'productId' | 'unit'>,
): readonly ExplainedLine[] => {
  const lines = entries
    .filter(({ by }) => (by[figure] ?? 0) !== 0)
    .map((entry) => ({
      id: String(entry.position),
      text: movementSentence(entry, measure(unit)),
      detail: [instantInFull(entry.at), entry.reason && asRead(entry.reason)].filter(Boolean).join(' · '),
      amount: entry.by[figure] ?? 0,
      href: entry.order ? `#/orders/${entry.order.orderId}` : `#/activity?product=${productId}&steps=all`,
    }));
  const earlier = (entries[0]?.balance[figure] ?? 0) - sumOf(lines);
  return earlier === 0 ? lines : [...lines, { id: 'earlier', text: m.explain_earlier(), amount: earlier }];
};

/** Which orders have it, or wait for it. */
export const claimLines = (why: Causes, figure: 'reserved' | 'backOrdered'): readonly ExplainedLine[] => {
  const lines = why.orders
    .filter((claim) => claim[figure] !== 0)
    .map((claim) => ({
      id: claim.orderId,
      text: m.explain_order({ number: claim.number ?? '' }),
      amount: claim[figure],
      href: `#/orders/${claim.orderId}`,
    }));
  const others = why[figure] - sumOf(lines);
  return others === 0 ? lines : [...lines, { id: 'others', text: m.explain_other_orders(), amount: others }];
};

const linesOf = async (
  ask: Ask,
  figures: Figures,
  figure: StockFigure,
): Promise<readonly ExplainedLine[]> => {
  const { productId } = figures;
  switch (figure) {
    case 'available':
      return available(figures);
    case 'reserved':
    case 'backOrdered': {
      const why = await ask(StockExplanation, { productId });
      return why ? claimLines(why, figure) : [];
    }
    default: {
      const { entries } = await ask(StockLedger, { productId, limit: MOST });
      return movementLines(entries, figure, figures);
    }
  }
};

/** How a figure of a product's stock comes about; of one that is sold in variants, by these. */
export const explainedStock = async (
  ask: Ask,
  { figures, variants }: { readonly figures: Figures; readonly variants: readonly StockRow[] },
  figure: StockFigure,
): Promise<Explanation> => ({
  measure: { of: 'quantity', unit: measure(figures.unit) },
  lines:
    variants.length === 0
      ? await linesOf(ask, figures, figure)
      : variants.map((level) => ({
          ...{ id: level.productId, text: goodsName(level), amount: level[figure], href: goodsHref(level) },
        })),
});
