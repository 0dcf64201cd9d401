import { describe, expect, it } from 'vitest';
import { ENCODINGS } from '../../../kernel/index.ts';
import type { Problem } from '../../../jobs/import-book/index.ts';
import type { JobStatus } from '../../../client/index.ts';
import { importJobs, stageOf } from './import-job.ts';
import { brought, stageMark } from './job-words.ts';
import { ambiguousFiles, letters, proposed, rememberLetters } from './letters.ts';
import { isOnlyRemarked, problemDetail, problemTitle } from './problem-words.ts';
import { csvOf } from '../../../views/listing/csv.ts';
import { grouped } from './problems.ts';
import { secondsLeft } from '../../parts/time-left.ts';

const problem = (file: string, row: number, code: string, values: Problem['values'] = {}): Problem => ({
  ...{ file, row, code, values },
  message: `plain words of ${code}`,
});

describe('problems', () => {
  it('stand together by file and kind', () => {
    const listed = [
      problem('a.csv', 2, 'bad-number'),
      problem('b.csv', 2, 'bad-number'),
      problem('a.csv', 9, 'bad-number'),
      problem('a.csv', 3, 'bad-date'),
    ];
    const groups = grouped({ total: 4, listed });
    expect(groups.map(({ file, code, problems }) => [file, code, problems.map(({ row }) => row)])).toEqual([
      ['a.csv', 'bad-number', [2, 9]],
      ['b.csv', 'bad-number', [2]],
      ['a.csv', 'bad-date', [3]],
    ]);
  });

  it('are counted by kind, however many of them are listed; a report of before counts what it lists', () => {
    const listed = [problem('a.csv', 2, 'bad-number'), problem('a.csv', 3, 'bad-date')];
    const kinds = [{ file: 'a.csv', code: 'bad-number', total: 3_000 }];
    expect(grouped({ total: 3_001, listed, kinds }).map(({ total }) => total)).toEqual([3_000, 1]);
  });

  it('say what was found, and where', () => {
    const bad = problem('a.csv', 2, 'bad-number', { column: 'UnitPrice', found: 'abc' });
    expect([problemTitle(bad), problemDetail(bad)]).toEqual(['Not a number', '“abc” in UnitPrice']);
  });

  it('that nobody has words for speak their own plain message', () => {
    expect(problemDetail(problem('a.csv', 2, 'from-the-future'))).toBe('plain words of from-the-future');
  });
});

describe('what is listed of an import', () => {
  const listOf = (...codes: string[]) => ({
    total: codes.length,
    listed: codes.map((code, n) => problem('a.csv', n, code)),
  });

  it('may say only how things come in', () => {
    expect(isOnlyRemarked(listOf('stock-below-zero', 'total-differs'))).toBe(true);
    expect(isOnlyRemarked(listOf('stock-below-zero', 'bad-number'))).toBe(false);
    expect(isOnlyRemarked(listOf())).toBe(false);
    expect(isOnlyRemarked({ ...listOf('stock-below-zero'), total: 501 })).toBe(false);
    const kinds = [{ file: 'a.csv', code: 'stock-below-zero', total: 501 }];
    expect(isOnlyRemarked({ ...listOf('stock-below-zero'), total: 501, kinds })).toBe(true);
  });

  it('names the first row that is not Unicode, which jobs of before did not know', () => {
    expect(problemDetail(problem('a.csv', 7, 'not-utf8', { row: 7 }))).toMatch(/^Row 7 is the first/);
    expect(problemDetail(problem('a.csv', 1, 'not-utf8', { name: 'a.csv' }))).toMatch(/^Save the file again/);
  });
});

describe('letters that can be read in several ways', () => {
  const readings = ENCODINGS.map((encoding) => ({ encoding, lines: [] }));
  const storage = () => {
    const kept = new Map<string, string>();
    return {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    };
  };

  it('each have a name of their own', () => {
    expect(new Set(ENCODINGS.map((encoding) => letters[encoding]())).size).toBe(ENCODINGS.length);
  });

  it('are those of the files that are not Unicode, each at its place', () => {
    const file = { name: 'a.csv', kind: 'unknown' as const, rows: 0 };
    const job = {
      payload: { files: [file, { ...file, encoding: 'macintosh' as const }, file], mode: 'check' as const },
      report: { files: [file, { ...file, readings }, { ...file, readings }] },
    };
    expect(ambiguousFiles(job as unknown as Parameters<typeof ambiguousFiles>[0])).toEqual([
      { place: 1, name: 'a.csv', readings, encoding: 'macintosh' },
      { place: 2, name: 'a.csv', readings },
    ]);
  });

  it('are proposed as was right last time, else as is usual', () => {
    const kept = storage();
    expect(proposed(readings, kept)).toBe('windows-1252');
    rememberLetters(kept, 'windows-1250');
    expect(proposed(readings, kept)).toBe('windows-1250');
    expect(proposed(readings.slice(2), kept)).toBe('windows-1254');
    expect(proposed([], kept)).toBeUndefined();
  });
});

describe('what an import brings', () => {
  it.each([
    [{ orders: 2, customers: 1, products: 1 }, '2 orders'],
    [{ orders: 0, customers: 274, products: 40 }, '274 customers, 40 products'],
    [{ orders: 0, customers: 0, products: 1 }, '1 product'],
  ])('%o: %s', (counts, words) => {
    expect(brought({ counts } as Parameters<typeof brought>[0])).toBe(words);
  });
});

describe('the table of problems', () => {
  it('quotes what would break it, and makes formulas inert', () => {
    expect(
      csvOf([
        ['a "b", c', '=1+1'],
        ['-2', 'plain'],
      ]),
    ).toBe(`\uFEFF"a ""b"", c",'=1+1\r\n'-2,plain\r\n`);
  });
});

describe('the time left', () => {
  it('goes by the pace since it was first seen', () => {
    expect(secondsLeft({ at: 0, done: 100 }, { at: 2_000, done: 300 }, 1_300)).toBe(10);
  });

  it('says nothing before there is a pace', () => {
    expect(secondsLeft({ at: 0, done: 0 }, { at: 500, done: 300 }, 1_300)).toBeUndefined();
    expect(secondsLeft({ at: 0, done: 300 }, { at: 9_000, done: 300 }, 1_300)).toBeUndefined();
  });
});

it('tells a check from an import', () => {
  const payload = { files: [], mode: 'check' as const };
  expect(stageOf({ status: 'running', payload })).toBe('checking');
  expect(stageOf({ status: 'finished', payload: { ...payload, mode: 'import' } })).toBe('imported');
  expect(stageOf({ status: 'cancelled', payload })).toBe('stopped');
});

describe('an import that was taken back', () => {
  const job = (id: string, type: string, payload: object, more: object = {}) =>
    ({
      ...{ id, type, payload, status: 'finished', createdAt: `2026-01-0${id}T00:00:00Z` },
      ...more,
    }) as unknown as JobStatus;
  const brings = job('1', 'ImportBook', { files: [], mode: 'import' });
  const undoing = (id: string, kept: number, status = 'finished') =>
    job(id, 'UndoImport', { importId: '1' }, { status, report: { kept: { total: kept, listed: [] } } });
  const marked = (...jobs: JobStatus[]) => importJobs(jobs).map((one) => stageMark(one).text);

  it('says so, as its last undoing left it', () => {
    expect(marked(brings)).toEqual(['Imported']);
    expect(marked(undoing('2', 0), brings)).toEqual(['Undone']);
    expect(marked(undoing('2', 3), brings)).toEqual(['Partly undone']);
    expect(marked(undoing('3', 0), undoing('2', 3), brings)).toEqual(['Undone']);
  });

  it('is not, as long as that goes on or where it was stopped', () => {
    expect(marked(undoing('2', 0, 'running'), brings)).toEqual(['Imported']);
    expect(marked(undoing('2', 0, 'cancelled'), brings)).toEqual(['Imported']);
  });
});
