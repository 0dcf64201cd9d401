import { describe, expect, it } from 'vitest';
import { commands } from '../../domain/index.ts';
import { permits } from '../../domain/operator/index.ts';
import { MemoryBook } from '../../../test/spec/memory-book.ts';
import { runJob } from '../../../test/spec/memory-job.ts';
import { ImportBook } from './index.ts';

const CUSTOMERS =
  'CustomerID;CompanyName;ContactName;City\nA;Käse Jörg;Jörg Müller;Köln\nB;Alfreds;Maria Anders;Berlin';
const PRODUCTS = 'ProductID,ProductName,UnitPrice,UnitsInStock\n1,Chai,18,39';

/** As Windows writes it in Western Europe: these letters have their own code points there. */
const western = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const bytes = western(CUSTOMERS);

const newBook = () => new MemoryBook({ commands, permits });
const bring = async (
  file: Uint8Array<ArrayBuffer> | string,
  { encoding, mode = 'import', book = newBook(), ...options }: Partial<Options> = {},
) => {
  const files = [
    { fileId: 'c', name: 'c.csv', ...(encoding && { encoding }) },
    { fileId: 'p', name: 'p.csv' },
  ];
  const { report } = await runJob(ImportBook, { files, mode }, book, {
    files: { c: file, p: PRODUCTS },
    ...options,
  });
  const names = book.ofType('CustomerCreated').map(({ data }) => data);
  return { report, book, names };
};
interface Options {
  readonly encoding: string;
  readonly mode: 'check' | 'import';
  readonly book: MemoryBook;
  diesBefore(chunk: number): boolean;
}

describe('a file that is not Unicode', () => {
  it('is listed by row and reason and changes nothing as long as nobody says how it is to be read', async () => {
    const { report, names } = await bring(bytes);
    expect(report.problems.listed).toMatchObject([{ file: 'c.csv', row: 2, code: 'not-utf8' }]);
    expect(report.counts).toMatchObject({ customers: 0, products: 1 });
    expect(names).toEqual([]);
  });

  it('shows in a dry run how its names come out each way', async () => {
    const { report, book } = await bring(bytes, { mode: 'check' });
    const [western, central] = report.files[0]?.readings ?? [];
    expect(western).toEqual({ encoding: 'windows-1252', lines: ['A;Käse Jörg;Jörg Müller;Köln'] });
    expect(central?.encoding).toBe('windows-1250');
    expect(report.files[1]).not.toHaveProperty('readings');
    expect(book.events).toEqual([]);
  });

  it('comes in as somebody said, also over a reload, and shows again how it was read', async () => {
    const { report, names } = await bring(bytes, {
      encoding: 'windows-1252',
      diesBefore: (chunk) => chunk === 2,
    });
    expect(report.problems.listed).toEqual([]);
    expect(report.files[0]).toMatchObject({
      kind: 'customers',
      readings: [{ encoding: 'windows-1252' }, {}, {}, {}, {}, {}, {}],
    });
    expect(names).toMatchObject([{ company: 'Käse Jörg', name: 'Jörg Müller' }, { name: 'Maria Anders' }]);
  });

  it('adds nothing the second time, read the same way or saved anew as UTF-8', async () => {
    const { book } = await bring(bytes, { encoding: 'windows-1252' });
    const before = book.events.length;
    for (const again of [{ file: bytes, encoding: 'windows-1252' }, { file: CUSTOMERS }]) {
      const { report } = await bring(again.file, { ...again, book });
      expect(report.counts).toMatchObject({ customers: 0, alreadyThere: 3, refused: 0 });
      expect(book.events).toHaveLength(before);
    }
  });

  it('is read in no encoding that nobody offers', async () => {
    await expect(bring(bytes, { encoding: 'ibm866' })).rejects.toThrow(/encoding/);
  });
});
