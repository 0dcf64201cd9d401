import type { CurrencyCode } from '../../domain/pricing/index.ts';
import { reject, type JobContext, type Rejection, type Result } from '../../kernel/index.ts';
import { caps } from './caps.ts';
import type { Entry, Kind } from './formats/format.ts';
import { OpenFile } from './open-file.ts';
import { noProblems, problem, withProblems, type ProblemList, type RowProblem } from './problem.ts';
import type { FileReport } from './report.ts';

/** An entry and the file that it comes from. */
export interface FiledEntry extends Entry {
  readonly file: string;
}

interface GivenFile {
  readonly fileId: string;
  readonly name: string;
}

const kinds: readonly Kind[] = ['customers', 'products', 'orders'];

/** All files of an import, read one chunk at a time. It lives in the worker's memory only: read again, it is the same. */
export class Reading {
  readonly files: FileReport[] = [];
  problems: ProblemList = noProblems;
  refused = 0;
  readonly #given: readonly GivenFile[];
  readonly #currency: CurrencyCode;
  readonly #entries: Record<Kind, Map<string, Entry & { file: string }>> = {
    customers: new Map(),
    products: new Map(),
    orders: new Map(),
  };
  #rows = 0;
  #open: OpenFile | undefined;
  #inOrder: readonly FiledEntry[] | undefined;

  constructor(given: readonly GivenFile[], currency: CurrencyCode) {
    this.#given = given;
    this.#currency = currency;
  }

  get finished(): boolean {
    return this.files.length === this.#given.length;
  }

  /** Every good entry in the order in which they depend on each other; complete once reading has finished. */
  get entries(): readonly FiledEntry[] {
    this.#inOrder ??= kinds.flatMap((kind) => [...this.#entries[kind].values()]);
    return this.#inOrder;
  }

  /** Opens the next file, or reads one more chunk of the open one. */
  async step(context: Pick<JobContext, 'readText'>): Promise<void> {
    const file = this.#given[this.files.length];
    if (!file) return;
    if (!this.#open) {
      const text = await context.readText(file.fileId);
      const opened: Result<OpenFile, Rejection> = text.ok ? OpenFile.open(text.value, this.#currency) : text;
      if (opened.ok) this.#open = opened.value;
      else this.#leaveOut(file, opened.error, 0);
      return;
    }
    const more = this.#open.readOn();
    if (!more.ok) this.#leaveOut(file, more.error, this.#open.rows);
    else if (this.#rows + this.#open.rows > caps.rows)
      this.#leaveOut(file, tooManyRows.error, this.#open.rows);
    else if (more.value) this.#take(file, this.#open);
  }

  #take(file: GivenFile, open: OpenFile): void {
    const { kind } = open.format;
    const { entries, problems, refused } = open.close();
    const known = this.#entries[kind];
    const again = entries.filter(({ key }) => known.has(key));
    for (const entry of entries)
      if (!known.has(entry.key)) known.set(entry.key, { ...entry, file: file.name });
    const repeated = again.map(({ key, row }) => inOtherFile(row, key, known.get(key)?.file ?? file.name));
    this.#note(file, [...problems, ...repeated]);
    this.refused += refused + again.length;
    this.#rows += open.rows;
    this.#done(file, kind, open.rows);
  }

  #leaveOut(file: GivenFile, { code, message, values }: Rejection, rows: number): void {
    this.#note(file, [problem(typeof values['row'] === 'number' ? values['row'] : 1, code, message, values)]);
    this.#done(file, 'unknown', rows);
  }

  #note(file: GivenFile, found: readonly RowProblem[]): void {
    this.problems = withProblems(
      this.problems,
      found.map((one) => ({ file: file.name, ...one })),
    );
  }

  #done(file: GivenFile, kind: FileReport['kind'], rows: number): void {
    this.files.push({ name: file.name, kind, rows });
    this.#open = undefined;
  }
}

const tooManyRows = reject(
  'too-many-rows',
  'There are more than 500,000 rows: import them in several goes.',
  { limit: caps.rows },
);

const inOtherFile = (row: number, key: string, other: string): RowProblem =>
  problem(row, 'duplicate-row', `The same one is in ${other} too: this one is left out.`, {
    key,
    file: other,
  });
