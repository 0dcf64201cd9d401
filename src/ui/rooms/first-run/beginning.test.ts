import { describe, expect, it } from 'vitest';
import { missingOf, suggested, taxTermsOf } from './beginning.ts';

describe('a book that begins', () => {
  it('is proposed the money and the tax of where it is', () => {
    expect(suggested(['de-DE'])).toMatchObject({ currency: 'EUR', tax: 'inclusive', taxRate: 19_000 });
    expect(suggested(['en-US'])).toMatchObject({ currency: 'USD', tax: 'exclusive', taxRate: null });
    expect(suggested(['en'])).toMatchObject({ currency: 'EUR', tax: 'none', taxRate: null });
  });

  it('charges the tax that was seen, and no other', () => {
    const german = suggested(['de-DE']);
    const seen = { taxMode: 'inclusive', defaultTaxRate: 19_000 };
    expect(taxTermsOf(german, 'money', ['de-DE'])).toEqual(seen);
    expect(taxTermsOf(german, 'name', ['de-DE'])).toEqual({ ...seen, defaultTaxRate: 0 });
    expect(taxTermsOf({ ...german, tax: 'none' }, 'product', ['de-DE'])).toEqual({
      ...seen,
      defaultTaxRate: 0,
    });
  });

  it('needs a name and a price for its first product, and no product', () => {
    const empty = suggested([]);
    expect(missingOf(empty)).toEqual([]);
    expect(missingOf({ ...empty, product: 'Apples' })).toEqual(['price']);
    expect(missingOf({ ...empty, price: 10_000 })).toEqual(['product']);
    expect(missingOf({ ...empty, stock: 1_000 })).toEqual(['product', 'price']);
    expect(missingOf({ ...empty, product: 'Apples', price: 0 })).toEqual([]);
  });
});
