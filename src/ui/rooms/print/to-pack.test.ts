import { expect, it } from 'vitest';
import type { OpenedSettings } from '../../../views/book/index.ts';
import type { OrderPage } from '../../../views/order-details/index.ts';
import { goodsPapers } from './papers.ts';
import { pickList } from './pick-list.ts';

const settings = { name: 'The stall' } as OpenedSettings;
const order = (number: string, ...lines: object[]) =>
  ({
    ...{ id: number, number, lines, notes: [], dates: {}, placedAt: '2026-11-20T10:00:00.000Z' },
    ...{ currency: 'EUR', fulfilments: [], returns: [], revisions: [] },
  }) as unknown as OrderPage;
const bowls = {
  lineId: 'bowls',
  productId: 'bowl',
  name: 'Bowl',
  unit: 'pcs',
  left: 60_000,
  backOrdered: 17_000,
};
const jam = { lineId: 'jam', productId: 'jam', name: 'Jam', unit: 'pcs', left: 2_000, backOrdered: 2_000 };

it('asks of the shelves only what lies there, and says what is waited for', () => {
  const orders = [order('A-1', bowls, jam), order('A-2', { ...bowls, left: 3_000, backOrdered: 0 })];
  const rows = pickList(orders, settings, '2026-11-20').tables[0]?.rows;
  expect(
    rows?.map(({ cells, below }) => [cells['orders'], cells['quantity'], cells['check'], below]),
  ).toEqual([
    ['A-1 (43), A-2 (3)', '46', '☐', ['Waiting for stock: 17']],
    ['A-1 (0)', '0', '', ['Waiting for stock: 2']],
  ]);
  const [slip] = goodsPapers(order('A-1', bowls, jam), settings);
  expect(slip?.tables[0]?.rows.map(({ cells, below }) => [cells['quantity'], cells['check'], below])).toEqual(
    [
      ['43', '☐', ['Waiting for stock: 17']],
      ['0', '', ['Waiting for stock: 2']],
    ],
  );
});
