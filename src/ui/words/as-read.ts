import { m } from './index.ts';

type Words = (found: readonly string[]) => string;

/** What imports write into the book by themselves, as it is stored: in English, whatever the reader speaks. */
const phrases: readonly (readonly [RegExp, Words])[] = [
  [/^The import that brought it was undone$/, () => m.import_wrote_undone()],
  [/^Cancelled before it came here$/, () => m.import_wrote_cancelled_before()],
  [/^Cancelled in (Shopify|WooCommerce)$/, ([system = '']) => m.import_wrote_cancelled({ system })],
  [/^Failed in (WooCommerce)$/, ([system = '']) => m.import_wrote_failed({ system })],
  [/^Refunded in (Shopify|WooCommerce|CSV)$/, ([system = '']) => m.import_wrote_refunded({ system })],
  [
    /^Shipped in (Shopify) already: (.*)$/s,
    ([system = '', what = '']) => m.import_wrote_shipped({ system, what }),
  ],
];

/** A reason or a note in the reader's words where an import wrote it; as it stands where a person did. */
export function asRead(text: string): string {
  for (const [phrase, words] of phrases) {
    const found = phrase.exec(text);
    if (found) return words(found.slice(1));
  }
  return text;
}
