import { describe, expect, it } from 'vitest';
import { guessed, likeliestKind, missingFields, saidIn } from './mapping-fields.ts';
import { halfSaid, keepHalfSaid } from './half-said.ts';
import { rememberedMappings, rememberMapping } from './mappings.ts';

const storage = (kept?: string) => {
  const items = new Map<string, string>(kept === undefined ? [] : [['counterfoil.import.mappings', kept]]);
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
  };
};
const mapping = (header: string[], name: string) => ({
  ...{ header, kind: 'products' as const },
  fields: { name },
});

describe('mappings of this device', () => {
  it('are kept by header, the newest word counting', () => {
    const kept = storage();
    rememberMapping(kept, mapping(['A', 'B'], 'A'));
    rememberMapping(kept, mapping(['C'], 'C'));
    rememberMapping(kept, mapping(['A', 'B'], 'B'));
    expect(rememberedMappings(kept)).toEqual([mapping(['C'], 'C'), mapping(['A', 'B'], 'B')]);
  });

  it.each(['no JSON', '{}', '[null, 7, {"header": "A"}, {"header": [1], "kind": "products", "fields": {}}]'])(
    'are none where %s is kept',
    (kept) => {
      expect(rememberedMappings(storage(kept))).toEqual([]);
    },
  );
});

describe('columns', () => {
  it('that are called as a field is are taken for it', () => {
    expect(guessed('products', ['sku', 'PRODUCT', 'Price of one', 'Colour'])).toEqual({
      name: 'PRODUCT',
      price: 'Price of one',
      sku: 'sku',
    });
  });

  it.each([
    [
      'products' as const,
      ['Artikel', 'Preis', 'MwSt.', 'Einheit', 'Bestand', 'EAN'],
      {
        name: 'Artikel',
        price: 'Preis',
        taxRate: 'MwSt.',
        unit: 'Einheit',
        stock: 'Bestand',
        barcode: 'EAN',
      },
    ],
    [
      'customers' as const,
      ['Cliente', 'Correo', 'Teléfono', 'Dirección', 'C.P.', 'Ciudad'],
      { name: 'Cliente', email: 'Correo', phone: 'Teléfono', street: 'Dirección', city: 'Ciudad' },
    ],
    [
      'customers' as const,
      ['Firma', 'Ansprechpartner', 'USt-IdNr.', 'Zahlungsziel (Tage)'],
      {
        ...{ company: 'Firma', name: 'Ansprechpartner' },
        ...{ taxNumber: 'USt-IdNr.', paymentDays: 'Zahlungsziel (Tage)' },
      },
    ],
    [
      'customers' as const,
      ['Client', 'VAT ID', 'Days to pay'],
      { name: 'Client', taxNumber: 'VAT ID', paymentDays: 'Days to pay' },
    ],
    [
      'orders' as const,
      ['Order No.', 'Order Date', 'Item', 'Qty', 'Unit Price', 'Customer Name'],
      {
        ...{ number: 'Order No.', placedAt: 'Order Date', product: 'Item', quantity: 'Qty' },
        ...{ price: 'Unit Price', customer: 'Customer Name' },
      },
    ],
  ])('of %s that are called as elsewhere are taken for it', (kind, header, fields) => {
    expect(guessed(kind, header)).toEqual(fields);
  });

  it.each([
    ['products', ['SKU', 'Title', 'Price', 'VAT', 'Qty in stock']],
    ['products', ['Código', 'Artículo', 'Precio venta', 'IVA', 'Existencias']],
    ['customers', ['Account No', 'Company name', 'Contact', 'E-mail address', 'Tel.', 'Town', 'Notes']],
    ['orders', ['Order No.', 'Order Date', 'Item', 'Qty', 'Unit Price', 'Customer Name']],
    ['products', ['One', 'Two']],
  ])('tell that a table holds %s', (kind, header) => {
    expect(likeliestKind(header)).toBe(kind);
  });

  it('are taken once, by the field that is called so', () => {
    expect(guessed('orders', ['Name', 'Customer'])).toEqual({ customer: 'Customer' });
    expect(guessed('products', ['Name', 'Title'])).toEqual({ name: 'Name' });
  });

  it('without which a row says nothing are asked for', () => {
    expect(missingFields('products', { name: 'A', price: '' })).toEqual(['Price of one']);
    expect(missingFields('orders', {})).toHaveLength(5);
    expect(missingFields('customers', { name: 'A' })).toEqual([]);
  });
});

it('a field that was said to be in no column is not guessed when a mapping is changed', () => {
  const said = saidIn({ header: ['Name', 'Phone'], kind: 'customers', fields: { name: 'Phone' } });
  expect({ ...guessed('customers', ['Name', 'Phone']), ...said }).toMatchObject({ name: 'Phone', phone: '' });
});

describe('what was said of a table so far', () => {
  it('is kept by its header while others are checked', () => {
    const said = { kind: 'orders' as const, fields: { number: 'Ref' } };
    keepHalfSaid(['Ref', 'When'], said);
    expect(halfSaid(['Ref', 'When'])).toEqual(said);
    expect(halfSaid(['Ref'])).toEqual({ kind: 'products', fields: {} });
  });
});
