import { beforeEach, expect, it } from 'vitest';
import { SlowBook } from '../../../../../test/browser/slow-book.ts';
import { CurrencyCode } from '../../../../domain/pricing/index.ts';
import { DraftEditor } from '../editor.svelte.ts';
import { Intake } from '../intake.svelte.ts';
import { deviceFavourites } from './device.svelte.ts';
import Favourites from './Favourites.svelte';

/** What stands below the tiles is typed into while they come in: it stays where it is. */

const NAMES = ['Eggs', 'Oak chopping board', 'Cultured butter, unsalted, 250 g'];
const rows = Array.from({ length: 12 }, (_, n) => ({
  ...{ productId: `p${String(n)}`, name: NAMES[n % NAMES.length], unit: 'pcs', unitPrice: 4_500 },
  ...{ shelf: 'active', variants: [], taxRate: 0, codes: [] },
}));

beforeEach(() => {
  document.body.style.inlineSize = '358px';
  deviceFavourites.open = true;
});

const shown = (): { readonly book: SlowBook; readonly height: () => number } => {
  const book = new SlowBook();
  const draft = { orderId: 'order', currency: CurrencyCode.parse('EUR'), onwritten: () => undefined };
  const intake = new Intake(book.client, new DraftEditor(book.client, draft));
  const at = book.show(Favourites, { intake, lines: [], currency: 'EUR' });
  return { book, height: () => at.getBoundingClientRect().height };
};

it('takes no other room at any moment while its tiles come in', () => {
  const { book, height } = shown();
  const asked = height();
  expect(asked).toBeGreaterThan(400);
  book.answer('ProductList', { rows });
  expect(height()).toBe(asked);
  book.answer('SoldOfLate', ['p3', 'p1']);
  expect(height()).toBe(asked);
  book.answer('ProductsById', [rows[3], rows[1]]);
  expect(document.querySelector('.tile .name')?.textContent).toBe(NAMES[2]);
  expect(height()).toBe(asked);
  const levels = rows.map(({ productId }) => ({ productId, onHand: 7_000, reserved: 0, available: 7_000 }));
  book.answer('StockLevels', levels);
  expect(document.querySelectorAll('.tile .left')).toHaveLength(rows.length);
  expect(height()).toBe(asked);
});

/** Over how many lines each word of a tile's name goes. */
const linesOf = (name: Element): readonly (readonly [word: string, lines: number])[] => {
  const text = name.firstChild ?? expect.fail();
  return [...(text.nodeValue ?? '').matchAll(/\S+/gu)].map(({ 0: word, index }) => {
    const range = document.createRange();
    range.setStart(text, index);
    range.setEnd(text, index + word.length);
    // What ends in an ellipsis is told twice, with it and without.
    return [word, new Set([...range.getClientRects()].map(({ top }) => top)).size];
  });
};

it('does not cut a long word of a name on a phone: it is smaller, and ends in an ellipsis where that is not enough', () => {
  // Of no language: a browser that could hyphenate does not.
  document.documentElement.removeAttribute('lang');
  document.body.style.fontSize = '16px';
  const { book } = shown();
  const names = ['Eggs', 'Akazienhonig 500 g', 'Strawberry marmalade', 'Johannisbeermarmelade 250 g'];
  book.answer('ProductList', { rows: names.map((name, n) => ({ ...rows[n], name })) });
  book.answer('SoldOfLate', []);
  const shownNames = [...document.querySelectorAll('.tile .name')];
  expect(shownNames.map(({ textContent }) => textContent)).toEqual(names.toSorted());
  const lines = shownNames.flatMap(linesOf);
  expect(lines).toEqual(lines.map(([word]) => [word, 1]));
  const sizes = shownNames.map((name) => Number.parseFloat(getComputedStyle(name).fontSize));
  expect(sizes).toEqual([expect.closeTo(14, 0), 16, 12, 16]);
  expect(getComputedStyle(shownNames[2] ?? expect.fail()).textOverflow).toBe('ellipsis');
});

it('is nothing where nothing is sold', () => {
  const { book, height } = shown();
  book.answer('ProductList', { rows: [] });
  expect(height()).toBe(0);
});
