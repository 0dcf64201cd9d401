import { expect, it } from 'vitest';
import { SlowBook } from '../../../../test/browser/slow-book.ts';
import { quantity } from '../../words/format.ts';
import PaperTable from './PaperTable.svelte';

/** A pick list as narrow as a phone, or a column of paper, with more in it than there is room for. */
const shown = (width: string, amount: string): HTMLElement => {
  const table = {
    ...{ id: 'lines', caption: 'To fetch', sums: [] },
    columns: [
      { id: 'what', label: 'What', wide: true },
      { id: 'orders', label: 'Orders' },
      { id: 'quantity', label: 'Quantity', figures: true },
      { id: 'check', label: 'Done', figures: true },
    ],
    rows: [
      {
        id: 'honey',
        cells: {
          what: 'Honey of the lime trees behind the house',
          orders: Array.from({ length: 9 }, (_, n) => `A-100${String(n)} (${amount})`).join(', '),
          quantity: amount,
          check: '☐',
        },
        below: [`Waiting for stock: ${amount}`],
      },
    ],
  };
  const target = new SlowBook().show(PaperTable, { table, captioned: false });
  target.style.inlineSize = width;
  return target;
};

/** Wherever this stands, it stands in one line. */
const linesOf = (target: HTMLElement, text: string): readonly number[] => {
  const found: number[] = [];
  const walker = document.createTreeWalker(target, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = (node.nodeValue ?? '').indexOf(text);
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + text.length);
    found.push(new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size);
  }
  return found;
};

it.each([
  ['200px', quantity(12_500, 'kg')],
  ['200px', quantity(43_000, 'jar')],
  ['60mm', quantity(1_234_500, 'litre')],
])('at %s %j is never broken between figure and unit', (width, amount) => {
  const lines = linesOf(shown(width, amount), amount);
  expect(lines.length).toBeGreaterThan(2);
  expect(lines).toEqual(lines.map(() => 1));
});
