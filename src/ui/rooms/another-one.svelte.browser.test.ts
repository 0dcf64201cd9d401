import { flushSync, type Component } from 'svelte';
import { expect, it } from 'vitest';
import { SlowBook } from '../../../test/browser/slow-book.ts';
import type { OpenedSettings } from '../../views/book/index.ts';
import ActivityHead from './activity/ActivityHead.svelte';
import type { Look } from './activity/filters.ts';
import CustomerSheet from './customers/CustomerSheet.svelte';
import Print from './print/Print.svelte';
import ProductSheet from './products/ProductSheet.svelte';

/** While what is asked for is another one already, nothing of the one before may be read, pressed or printed. */

const [ONE, OTHER] = ['0193b2a4-0000-7000-8000-000000000001', '0193b2a4-0000-7000-8000-000000000002'];
const settings = { currency: 'EUR', taxMode: 'inclusive', name: 'Stall' } as unknown as OpenedSettings;

const product = (productId: string, name: string, variants: readonly object[] = []) => ({
  ...{ productId, name, unit: 'pcs', unitPrice: 53_500, taxRate: 7000, shelf: 'in-use', variants },
});
const level = (productId: string, name: string, onHand: number) => ({
  ...{ productId, name, unit: 'pcs', shelf: 'in-use', policy: 'warn', supply: 'covered' },
  ...{ onHand, available: onHand, reserved: 0, backOrdered: 0, unavailable: 0, buffer: 0 },
});

/** A room that is asked for one thing, then for another. */
const turning = <Props extends Record<string, unknown>>(room: Component<Props>, one: Props) => {
  const props = $state({ ...one });
  const book = new SlowBook();
  const page = book.show(room, props);
  return {
    ...{ book, page },
    text: () => page.textContent.replace(/\s+/g, ' '),
    turn: (other: Partial<Props>) => {
      Object.assign(props, other);
      flushSync();
    },
  };
};

it('shows a product of which all is known, and not one moment longer than it is asked for', () => {
  const { book, page, text, turn } = turning(ProductSheet, { productId: ONE, settings });
  book.answer('ProductDetails', product(ONE, 'Mug', [{ variantId: OTHER, title: 'Blue', archived: false }]));
  // The stock of the variant is still asked for: nothing can be done as if there were none.
  book.answer('StockLevels', [level(ONE, 'Mug', 0)], (asked) => !JSON.stringify(asked).includes(OTHER));
  expect(page.querySelector('h1')).toBeNull();
  book.answer('StockLevels', [level(ONE, 'Mug', 0), level(OTHER, 'Mug', 7000)]);
  expect(page.querySelector('h1')?.textContent).toContain('Mug');
  expect(text()).toContain('7');
  turn({ productId: OTHER });
  expect(page.querySelector('h1, button')).toBeNull();
  expect(text()).not.toContain('Mug');
  book.answer('ProductDetails', product(OTHER, 'Tea'));
  book.answer('StockLevels', [level(OTHER, 'Tea', 3000)]);
  expect(page.querySelector('h1')?.textContent).toContain('Tea');
});

it('keeps the sheet of a product while only its stock is asked anew', () => {
  const { book, page } = turning(ProductSheet, { productId: ONE, settings });
  book.answer('ProductDetails', product(ONE, 'Mug'));
  book.answer('StockLevels', [level(ONE, 'Mug', 1000)]);
  const head = page.querySelector('h1');
  book.answer('ProductDetails', product(ONE, 'Mug', [{ variantId: OTHER, title: 'Blue', archived: false }]));
  expect(page.querySelector('h1')).toBe(head);
  expect(page.textContent).not.toContain('Blue');
  book.answer('StockLevels', [level(ONE, 'Mug', 1000), level(OTHER, 'Mug', 0)]);
  expect(page.querySelector('h1')).toBe(head);
  expect(page.textContent).toContain('Blue');
});

it('shows no customer in the place of another', () => {
  const { book, page, text, turn } = turning(CustomerSheet, { customerId: ONE });
  book.answer('CustomerDetails', { customerId: ONE, name: 'Ada', shelf: 'in-use' });
  expect(page.querySelector('h1')?.textContent).toContain('Ada');
  turn({ customerId: OTHER });
  expect(text()).not.toContain('Ada');
  expect(page.querySelector('button')).toBeNull();
  book.answer('CustomerDetails', { customerId: OTHER, name: 'Grace', shelf: 'in-use' });
  expect(page.querySelector('h1')?.textContent).toContain('Grace');
});

it('prints no order in the place of another', () => {
  const order = (id: string, number: string) => ({
    ...{ id, number, placedAt: '2026-11-20T10:42:00.000Z', dates: {}, revisions: [], notes: [] },
    lines: [{ lineId: 'l', name: 'Tea', unit: 'pcs', left: 1000, backOrdered: 0, quantity: 1000 }],
  });
  const { book, text, turn } = turning(Print, { params: { kind: 'packing-slip', id: ONE } });
  book.answer('BookSettings', settings);
  book.answer('OrderDetails', order(ONE, 'A-1001'));
  expect(text()).toContain('A-1001');
  turn({ params: { kind: 'packing-slip', id: OTHER } });
  expect(text()).not.toContain('A-1001');
  book.answer('OrderDetails', order(OTHER, 'A-1002'));
  expect(text()).toContain('A-1002');
});

it('says of no order that it came with the import of another', () => {
  const look = (order: string): Look => ({ order });
  const people = { colleague: () => undefined, named: () => 'Somebody' };
  const onlook = () => undefined;
  const { book, page, text, turn } = turning(ActivityHead, {
    ...{ look: look(ONE), actors: [], people, onlook },
  });
  book.answer('OrderNames', [{ id: ONE, number: 'A-1001' }]);
  book.answer('BroughtBy', { importId: 'spring', at: '2026-11-20T10:42:00.000Z' });
  expect(page.querySelector('a[href="#/import/spring"]')).not.toBeNull();
  expect(text()).toContain('A-1001');
  turn({ look: look(OTHER) });
  expect(page.querySelector('a[href="#/import/spring"]')).toBeNull();
  expect(text()).not.toContain('A-1001');
});
