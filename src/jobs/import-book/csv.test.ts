import { fc } from '../../../test/spec/fc.ts';
import { describe, expect, it } from 'vitest';
import Papa from 'papaparse';
import { dialectOf, readRows, type CsvRow } from './csv.ts';

const readAll = (text: string): CsvRow[] => {
  const dialect = dialectOf(text);
  const rows: CsvRow[] = [];
  for (let place = { offset: 0, line: 1 }; ;) {
    const chunk = readRows(text, dialect, place);
    rows.push(...chunk.rows);
    if (chunk.ended || chunk.next.offset === place.offset) return rows;
    place = chunk.next;
  }
};

describe('reading CSV', () => {
  it('counts lines of the file, over blank lines and cells of several lines', () => {
    const rows = readAll('a,b\r\n1,"x\r\ny"\r\n\r\n2,z\n3,"q"\r\n');
    expect(rows.map(({ line, cells }) => [line, ...cells])).toEqual([
      [1, 'a', 'b'],
      [2, '1', 'x\r\ny'],
      [5, '2', 'z'],
      [6, '3', 'q'],
    ]);
  });

  it.each([
    ['a;b\n1,5;2', ['1,5', '2']],
    ['a\tb\n1,5\t2', ['1,5', '2']],
    ['a,b\r1,2', ['1', '2']],
  ])('tells the marks of %j from its header', (text, cells) => {
    expect(readAll(text)[1]?.cells).toEqual(cells);
  });

  it('says which row has a broken quote', () => {
    expect(readAll('a,b\n1,"x"y\n2,"z').map(({ brokenQuotes }) => brokenQuotes)).toEqual([false, true]);
  });

  it('reads a file of many windows as if it were one', () => {
    const text = Array.from(
      { length: 60_000 },
      (_, n) => `${n},"a ""quoted"" text, of ${n}\nlines",${n % 7}`,
    ).join('\n');
    const rows = readAll(text);
    expect(rows.map(({ cells }) => cells)).toEqual(Papa.parse<string[]>(text).data);
    expect(rows.every(({ line }, n) => line === 1 + 2 * n)).toBe(true);
  });

  it('gives up on a row that never ends', () => {
    const text = `a,b\n1,"${'x'.repeat(3_000_000)}`;
    expect(readAll(text).map(({ line }) => line)).toEqual([1]);
  });

  it('gives back whatever was written', () => {
    const cell = fc.string().map((text) => text.replaceAll('\r', ''));
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constant('x'), cell, cell), { minLength: 1 }), (table) => {
        const text = Papa.unparse([['k', 'one', 'two'], ...table], { quotes: true, newline: '\n' });
        expect(
          readAll(text)
            .slice(1)
            .map(({ cells }) => cells),
        ).toEqual(table);
      }),
    );
  });
});
