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
  expect(document.querySelector('.tile .name')?.textContent).toBe(NAMES[0]);
  expect(height()).toBe(asked);
  const levels = rows.map(({ productId }) => ({ productId, onHand: 7_000, reserved: 0, available: 7_000 }));
  book.answer('StockLevels', levels);
  expect(document.querySelectorAll('.tile .left')).toHaveLength(rows.length);
  expect(height()).toBe(asked);
});

it('is nothing where nothing is sold', () => {
  const { book, height } = shown();
  book.answer('ProductList', { rows: [] });
  expect(height()).toBe(0);
});
