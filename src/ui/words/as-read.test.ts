import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const inGerman = async (text: string): Promise<string> => (await import('./as-read.ts')).asRead(text);

beforeEach(() => {
  vi.resetModules();
  vi.stubGlobal('navigator', { languages: ['de'] });
  vi.stubGlobal('localStorage', { getItem: () => null });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

const FORMATS = 'src/jobs/import-book/formats';

describe('what an import wrote', () => {
  // With the file that writes it, and how it does there: else this would go on to translate what nobody writes.
  it.each([
    [
      'The import that brought it was undone',
      'Der Import, der es brachte, wurde zurückgenommen',
      ['src/domain/import/undo.ts', "'The import that brought it was undone'"],
    ],
    [
      'Cancelled before it came here',
      'Storniert, bevor sie hierherkam',
      [`${FORMATS}/plain/orders.ts`, "'Cancelled before it came here'"],
    ],
    [
      'Cancelled in Shopify',
      'In Shopify storniert',
      [`${FORMATS}/shopify/orders.ts`, "'Cancelled in Shopify'"],
    ],
    [
      'Failed in WooCommerce',
      'In WooCommerce fehlgeschlagen',
      [`${FORMATS}/woocommerce/orders.ts`, "'Failed' : 'Cancelled'} in WooCommerce`"],
    ],
    ['Refunded in Shopify', 'In Shopify erstattet', [`${FORMATS}/order-entry.ts`, '`Refunded in ${system}`']],
    [
      'Shipped in Shopify already: 2 × Tea',
      'In Shopify schon versendet: 2 × Tea',
      [`${FORMATS}/shopify/orders.ts`, '`Shipped in Shopify already: ${what}`'],
    ],
  ])('“%s” is told in the reader’s language', async (text, words, [file = '', source = '']) => {
    expect(await inGerman(text)).toBe(words);
    expect(readFileSync(file, 'utf8')).toContain(source);
  });

  it('is told from what a person wrote, which stays as it is', async () => {
    for (const text of ['Cancelled in Shopify by mistake', 'Broken', ''])
      expect(await inGerman(text)).toBe(text);
  });
});
