import type { MinorUnits } from '../../domain/pricing/index.ts';
import type { TextReading } from '../../kernel/index.ts';
import type { FirstRows } from './first-rows.ts';
import type { FiledEntry, Kind } from './formats/format.ts';
import type { Mapping } from './formats/plain/index.ts';
import { noProblems, withProblems, type ProblemList } from './problem.ts';

// Types, not interfaces: the registry of jobs keeps them as JSON, which an interface is not known to be.

/** One file of the import. `kind` is `unknown` when it was left out whole; its problem says why. */
export type FileReport = {
  readonly name: string;
  readonly kind: Kind | 'unknown';
  /** Rows of data, without the header and blank ones. */
  readonly rows: number;
  /** Titles of a table that nobody recognized, to be mapped. */
  readonly columns?: readonly string[];
  /** Titles of columns in which something stands that is not taken in. */
  readonly unread?: readonly string[];
  /** As what a person mapped it was read, under this file's own titles. */
  readonly mapping?: Mapping;
  /** In mode `check`: how its first rows were understood. */
  readonly firstRows?: FirstRows;
  /** How a file that is not Unicode comes out in the ways in which it can be read. */
  readonly readings?: readonly TextReading[];
};

/** What the import comes to so far. In mode `check`: what it would come to. */
export type ImportReport = {
  readonly mode: 'check' | 'import';
  readonly files: readonly FileReport[];
  readonly counts: {
    /** New in the book. */
    readonly customers: number;
    readonly products: number;
    readonly orders: number;
    readonly lines: number;
    /** Customers, products and orders that an earlier import had brought, with the same contents. */
    readonly alreadyThere: number;
    /** Customers, products and orders that are left out; the problems say why. */
    readonly refused: number;
    /** New products that are not counted: mostly since nothing is said of their stock. */
    readonly uncounted?: number;
  };
  /** The new orders' goods in minor units of the book's currency, before and after line discounts; no shipping fees. */
  readonly money: { readonly gross: number; readonly net: number };
  readonly problems: ProblemList;
};

export const emptyReport: ImportReport = {
  mode: 'import',
  files: [],
  counts: { customers: 0, products: 0, orders: 0, lines: 0, alreadyThere: 0, refused: 0 },
  money: { gross: 0, net: 0 },
  problems: noProblems,
};

/** Sums beyond what an integer holds exactly are of no use to anyone; the import itself must not fail of them. */
const add = (sum: number, amount: MinorUnits): number => Math.min(sum + amount, Number.MAX_SAFE_INTEGER);

/** The report with one more entry in the book, and what a person should know of how it came in. */
export const withNew = (report: ImportReport, entry: FiledEntry): ImportReport => {
  const { kind, lines, isUncounted = false, remarks = [], file } = entry;
  const { counts, money } = report;
  const worth = entry.worth();
  return {
    ...report,
    counts: {
      ...counts,
      [kind]: counts[kind] + 1,
      lines: counts.lines + lines,
      ...(isUncounted && { uncounted: (counts.uncounted ?? 0) + 1 }),
    },
    money: worth ? { gross: add(money.gross, worth.gross), net: add(money.net, worth.net) } : money,
    problems: withProblems(
      report.problems,
      remarks.map((remark) => ({ file, ...remark })),
    ),
  };
};

/** The report with so many more that were there before, or are left out. */
export const withCount = (
  report: ImportReport,
  count: 'alreadyThere' | 'refused',
  more: number,
): ImportReport => ({ ...report, counts: { ...report.counts, [count]: report.counts[count] + more } });
