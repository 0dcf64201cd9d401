import { describe, expect, it } from 'vitest';
import type { FoundRow } from '../../views/search/index.ts';
import { marked } from './marked.ts';
import { SearchIndex } from './search-index.ts';

const customer = (id: string, title: string, at: number): FoundRow => ({
  key: `customer-${id}`,
  kind: 'customer',
  id,
  at,
  title,
});
const order = (id: string, at: number, members: Partial<FoundRow>): FoundRow => ({
  key: `order-${id}`,
  kind: 'order',
  id,
  at,
  ...members,
});
const product = (id: string, title: string, at: number, codes: readonly string[] = []): FoundRow => ({
  ...{ key: `product-${id}`, kind: 'product', id, at, title, codes },
});

const most = { order: 5, customer: 5, product: 5 };
const filled = (...rows: readonly FoundRow[]): SearchIndex => {
  const index = new SearchIndex();
  index.put(rows);
  return index;
};
const found = (index: SearchIndex, text: string): string[] =>
  index.find(text, most).map(({ kind, id }) => `${kind} ${id}`);

describe('the search index', () => {
  const index = filled(
    customer('1', 'Jörg Müller', 1),
    product('1', 'Stoneware mug', 2, ['ST-MUG', '4006381333931']),
    product('2', 'Stoneware bowl', 3),
    order('1', 9, { title: 'A-1001', customerId: '1', lines: { a: 'Stoneware mug' }, tags: ['wedding'] }),
    order('2', 8, { title: 'A-1002', lines: { b: 'Blossom honey' }, codes: ['JJD0099887766'] }),
  );

  it('finds by the beginning of words, without accents and in any order', () => {
    expect(found(index, 'mull')).toEqual(['customer 1', 'order 1']);
    expect(found(index, 'bowl stone')).toEqual(['product 2']);
  });

  it('finds a telephone number typed in one go', () => {
    const phones = filled({ ...customer('1', 'Ada', 1), codes: ['ada@example.com', '(212) 555-0142'] });
    expect(found(phones, '2125550142')).toEqual(['customer 1']);
    expect(found(phones, '555014')).toEqual(['customer 1']);
    expect(found(phones, '555-0142')).toEqual(['customer 1']);
  });

  it('finds any long number typed in one go', () => {
    const billed = filled({ ...customer('1', 'Ada', 1), codes: ['DE 123 456 789'] });
    for (const text of ['DE123456', 'de 123', '456 789'])
      expect(found(billed, text), text).toEqual(['customer 1']);
  });

  it('finds customers and products by a part of a word, after what begins so', () => {
    const shop = filled(
      product('1', 'Akazienhonig', 1),
      product('2', 'Honigkerze', 2),
      customer('1', 'Obermüller', 3),
      order('1', 4, { title: 'A-1', lines: { a: 'Akazienhonig' } }),
    );
    expect(found(shop, 'honig')).toEqual(['product 2', 'product 1']);
    expect(found(shop, 'muller')).toEqual(['customer 1']);
    expect(shop.find('honig', most)[1]?.matches).toEqual(['akazienhonig']);
    expect(found(shop, 'on')).toEqual([]);
  });

  it('takes a number at its word', () => {
    expect(found(index, '1001')).toEqual(['order 1']);
    expect(found(index, 'a-1002')).toEqual(['order 2']);
  });

  it('forgives a slip in a longer word', () => {
    expect(found(index, 'stonware mug')).toContain('product 1');
    expect(found(index, 'hony')).toEqual(['order 2']);
  });

  it('puts numbers and names before other words', () => {
    expect(found(index, 'stoneware mug')[0]).toBe('product 1');
    expect(found(index, 'A-1002')[0]).toBe('order 2');
  });

  it('finds an order by its customer, its goods, a tag, a tracking number', () => {
    for (const text of ['Jörg mug', 'wedding']) expect(found(index, text)).toContain('order 1');
    expect(found(index, 'JJD0099887766')).toEqual(['order 2']);
    expect(found(index, '4006381333931')).toEqual(['product 1']);
  });

  it('knows nothing of a name any more that was changed or forgotten', () => {
    const book = filled(
      customer('1', 'Ada Lovelace', 1),
      order('1', 2, { title: 'A-1001', customerId: '1' }),
    );
    expect(found(book, 'lovelace')).toEqual(['customer 1', 'order 1']);
    book.put([customer('1', 'Forgotten customer', 3)]);
    expect(found(book, 'lovelace')).toEqual([]);
    expect(found(book, 'forgotten')).toEqual(['customer 1', 'order 1']);
  });

  it('finds a customer and their orders by the company, which is named first', () => {
    const book = filled(
      { ...customer('1', 'Ada Lovelace', 1), company: 'Engines Ltd' },
      order('1', 2, { title: 'A-1001', customerId: '1' }),
    );
    for (const text of ['engines', 'lovelace'])
      expect(book.find(text, most)).toMatchObject([
        { kind: 'customer', title: 'Engines Ltd · Ada Lovelace' },
        { kind: 'order', title: 'A-1001', detail: 'Engines Ltd · Ada Lovelace' },
      ]);
    book.put([customer('1', 'Forgotten customer', 3)]);
    expect(found(book, 'engines')).toEqual([]);
  });

  it('takes a name that comes after its orders, and drops what is gone', () => {
    const book = filled(order('1', 2, { title: 'A-1001', customerId: '1' }));
    book.put([customer('1', 'Ada', 1)]);
    expect(found(book, 'ada')).toEqual(['customer 1', 'order 1']);
    book.put([order('1', 3, { gone: true })]);
    expect(found(book, 'A-1001')).toEqual([]);
  });

  it('gives no more of a kind than is asked for, and nothing for nothing', () => {
    const book = filled(...Array.from({ length: 20 }, (_, n) => product(String(n), `Mug ${String(n)}`, n)));
    expect(book.find('mug', { ...most, product: 3 })).toHaveLength(3);
    expect(book.find('  ', most)).toEqual([]);
  });
});

it('found words are marked where they stand', () => {
  expect(marked('Jörg Müller', ['muller'])).toEqual([
    ['Jörg', false],
    [' ', false],
    ['Müller', true],
  ]);
});
