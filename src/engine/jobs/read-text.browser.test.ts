import { describe, expect, it } from 'vitest';
import { ENCODINGS, type Encoding } from '../../kernel/index.ts';
import { readings, readText } from './read-text.ts';

// In Chromium: Node's own decoder of windows-1252 knows no euro sign.

const file = (...bytes: readonly (number | string)[]) => {
  const content = bytes.flatMap((some) =>
    typeof some === 'string' ? [...new TextEncoder().encode(some)] : [some],
  );
  return { name: 'f.csv', content: new Blob([Uint8Array.from(content)]) };
};
const utf16 = (text: string, isLittle: boolean) =>
  file(
    ...Array.from(`\uFEFF${text}`).flatMap((letter) => {
      const code = letter.charCodeAt(0);
      const pair = [code >> 8, code & 0xff];
      return isLittle ? pair.reverse() : pair;
    }),
  );

const read = async (given: Parameters<typeof readText>[0], encoding?: Encoding) => {
  const text = await readText(given, 'f', encoding);
  return text.ok ? text.value : text.error;
};

/** `Größe;Müller;5 €` as Windows writes it in Western Europe, in the second row. */
const western = file('Name;Ort\r\nGr', 0xf6, 0xdf, 'e;M', 0xfc, 'ller;5 ', 0x80, '\r\n');

describe('a text in Unicode', () => {
  it.each([
    ['UTF-8', file('Größe;Ł;5 €')],
    ['UTF-8 with its mark', file(0xef, 0xbb, 0xbf, 'Größe;Ł;5 €')],
    ['UTF-16 as Excel writes it', utf16('Größe;Ł;5 €', true)],
    ['UTF-16 the other way round', utf16('Größe;Ł;5 €', false)],
  ])('is read without a question: %s', async (_, given) => {
    expect(await read(given)).toBe('Größe;Ł;5 €');
  });
});

describe('a text in another encoding', () => {
  it('is not guessed: the first row that is not Unicode is named', async () => {
    expect(await read(western)).toMatchObject({ code: 'not-utf8', values: { name: 'f.csv', row: 2 } });
  });

  it('is read as a person says', async () => {
    expect(await read(western, 'windows-1252')).toBe('Name;Ort\r\nGröße;Müller;5 €\r\n');
    expect(await read(western, 'windows-1256')).toBe('Name;Ort\r\nGrِكe;Müller;5 €\r\n');
  });

  it('shows how it comes out each way', async () => {
    const found = await readings(western);
    expect(found.map(({ encoding }) => encoding)).toEqual(ENCODINGS);
    expect(found.slice(0, 2)).toEqual([
      { encoding: 'windows-1252', lines: ['Größe;Müller;5 €'] },
      { encoding: 'windows-1250', lines: ['Größe;Müller;5 €'] },
    ]);
    expect(found.at(-1)?.lines).toEqual(['Grˆﬂe;M¸ller;5 Ä']);
  });

  it('is not offered in one in which a letter of it says nothing', async () => {
    const found = await readings(file('\n'.repeat(90), 0xd2, 'scar'));
    expect(found.map(({ encoding }) => encoding)).not.toContain('windows-1253');
    expect(await read(file(0xd2), 'windows-1253')).toMatchObject({ code: 'not-utf8' });
  });

  it('shows the lines that have other letters than those before, a long one around its first', async () => {
    const [{ lines } = { lines: [] }] = await readings(
      file('a', 0xe4, '\nb', 0xe4, '\n', 'x'.repeat(500), 0xf6, 'y'.repeat(500), '\nplain\nc', 0xfc, 0xe4),
    );
    expect(lines).toEqual(['aä', `${'x'.repeat(40)}ö${'y'.repeat(79)}`, 'cüä']);
  });

  it('has its rows counted, too, where old Macs ended lines', async () => {
    expect(await read(file('a\rb\rM', 0x9f, 'ller'))).toMatchObject({ values: { row: 3 } });
  });
});

describe('what is no text', () => {
  const png = [0x89, 'PNG\r\n', 0x1a, '\n'];
  it.each([
    ['nothing', file(), 'empty-file'],
    ['a picture', file(...png, 0, 0, 0, 13), 'not-text'],
    ['a picture without an early NUL', file(...png), 'not-text'],
    ['a spreadsheet', file('PK', 3, 4, 20, 0, 6, 0), 'not-text'],
    ['an archive without an early NUL', file(0x1f, 0x8b, 8, 8, 0xff), 'not-text'],
    ['UTF-16 that ends in half a letter', file(0xff, 0xfe, 0x41), 'not-text'],
    ['a file that is gone', undefined, 'missing-file'],
  ])('is refused by name: %s', async (_, given, code) => {
    expect(await read(given)).toMatchObject({ code });
  });

  it('is not what an old program has ended', async () => {
    expect(await read(file('M', 0xfc, 'ller', 0x1a))).toMatchObject({ code: 'not-utf8' });
  });
});
