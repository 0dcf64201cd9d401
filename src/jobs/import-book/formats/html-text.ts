const NAMED: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', hellip: '…', ndash: '–', mdash: '—' },
  ...{
    lsquo: '‘',
    rsquo: '’',
    ldquo: '“',
    rdquo: '”',
    bull: '•',
    eacute: 'é',
    euro: '€',
    copy: '©',
    reg: '®',
  },
};

/** A character by its number, where it is one that text may hold. */
const numbered = (code: number): string =>
  code >= 32 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '';

const entity = (whole: string, name: string): string => {
  if (name.startsWith('#x') || name.startsWith('#X')) return numbered(Number.parseInt(name.slice(2), 16));
  if (name.startsWith('#')) return numbered(Number.parseInt(name.slice(1), 10));
  return NAMED[name] ?? whole;
};

/**
 * The words of a description written in HTML: a paragraph to a line, list items after a dash, no tags. It is text and is
 * shown as text, whatever it held; this only makes it readable.
 */
export const textOfHtml = (html: string): string =>
  html
    .replace(/<!--[\s\S]*?-->|<(script|style)\b[\s\S]*?<\/\1\s*>/gi, '')
    .replace(/[\u2028\u2029]/g, '\n')
    .replace(/<li\b[^>]*>/gi, '\n– ')
    .replace(/<(?:br|\/p|\/div|\/h[1-6]|\/ul|\/ol|\/tr|p|ul|ol|div|h[1-6])\b[^>]*>/gi, '\n')
    .replace(/<\/?[a-z][^>]*>/gi, '')
    .replace(/&(#[xX][0-9a-fA-F]{1,6}|#[0-9]{1,7}|[a-z]+);/g, entity)
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{2,}/g, '\n')
    .trim();
