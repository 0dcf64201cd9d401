import {
  reject,
  type JobContext,
  type Rejection,
  type Result,
  type TextReading,
} from '../../kernel/index.ts';
import type { Payload } from './asked.ts';
import { caps } from './caps.ts';
import type { Entry, FiledEntry, Kind } from './formats/format.ts';
import { Names } from './names.ts';
import { OpenFile } from './open-file.ts';
import { noProblems, problem, withProblems, type ProblemList, type RowProblem } from './problem.ts';
import type { FileReport } from './report.ts';
import type { ReadingSettings } from './settings.ts';

type GivenFile = Payload['files'][number];
type Texts = Pick<JobContext, 'readText' | 'readings'>;

const kinds: readonly Kind[] = ['customers', 'products', 'orders'];

/** All files of an import, read one chunk at a time. It lives in the worker's memory only: read again, it is the same. */
export class Reading {
  readonly files: FileReport[] = [];
  problems: ProblemList = noProblems;
  refused = 0;
  readonly #given: readonly GivenFile[];
  readonly #settings: ReadingSettings;
  readonly #entries: Record<Kind, Map<string, Entry & { file: string }>> = {
    customers: new Map(),
    products: new Map(),
    orders: new Map(),
  };
  #rows = 0;
  #open: OpenFile | undefined;
  /** Of the file that is open. */
  #readings: readonly TextReading[] = [];
  #inOrder: readonly FiledEntry[] | undefined;
  #names: Names | undefined;

  constructor(given: readonly GivenFile[], settings: ReadingSettings) {
    this.#given = given;
    this.#settings = settings;
  }

  get #read(): boolean {
    return this.files.length === this.#given.length;
  }

  /** Everything is read, and whatever orders name has an id. */
  get finished(): boolean {
    return this.#read && this.#names?.settled === true;
  }

  /** The ids of what the files name; complete once reading has finished. */
  get names(): Names {
    this.#names ??= this.#namesOfAll();
    return this.#names;
  }

  /** Every good entry in the order in which they depend on each other; complete once reading has finished. */
  get entries(): readonly FiledEntry[] {
    this.#inOrder ??= kinds.flatMap((kind) => [
      ...this.#entries[kind].values(),
      ...this.names.implied.filter((entry) => entry.kind === kind).map((entry) => ({ ...entry, file: '' })),
    ]);
    return this.#inOrder;
  }

  /** Opens the next file, or reads one more chunk of the open one; then asks the book for what the orders name. */
  async step(context: Texts & Pick<JobContext, 'query'>): Promise<void> {
    const file = this.#given[this.files.length];
    if (file) await this.#stepFile(file, context);
    if (this.#read) await this.names.settleSome(context);
  }

  #namesOfAll(): Names {
    const names = new Names();
    const all = kinds.flatMap((kind) => [...this.#entries[kind].values()]);
    all.forEach((entry) => {
      names.offer(entry);
    });
    all.forEach((entry) => {
      names.want(entry);
    });
    return names;
  }

  async #stepFile(file: GivenFile, context: Texts): Promise<void> {
    if (!this.#open) {
      const text = await context.readText(file.fileId, file.encoding);
      const isAsked = file.encoding !== undefined || (!text.ok && text.error.code === 'not-utf8');
      this.#readings = isAsked ? await context.readings(file.fileId) : [];
      const opened: Result<OpenFile, Rejection> = text.ok ? OpenFile.open(text.value, this.#settings) : text;
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
    const { entries, problems, refused } = open.close();
    const { kind, mapping } = open.format;
    const known = this.#entries[kind];
    const again = entries.filter(({ id }) => known.has(id));
    for (const entry of entries) if (!known.has(entry.id)) known.set(entry.id, { ...entry, file: file.name });
    const repeated = again.map(({ key, id, row }) => inOtherFile(row, key, known.get(id)?.file ?? file.name));
    this.#note(file, [...problems, ...repeated]);
    this.refused += refused + again.length;
    this.#rows += open.rows;
    const { firstRows, unread } = open;
    this.#done(file, kind, open.rows, {
      ...(mapping && { mapping }),
      ...(firstRows && { firstRows }),
      ...(unread.length > 0 && { unread }),
    });
  }

  #leaveOut(file: GivenFile, { code, message, values }: Rejection, rows: number): void {
    this.#note(file, [problem(typeof values['row'] === 'number' ? values['row'] : 1, code, message, values)]);
    const columns = values['found'] ?? values['columns'];
    const header = Array.isArray(columns) ? columns.filter((column) => typeof column === 'string') : [];
    this.#done(file, 'unknown', rows, header.length > 0 ? { columns: header } : {});
  }

  #note(file: GivenFile, found: readonly RowProblem[]): void {
    this.problems = withProblems(
      this.problems,
      found.map((one) => ({ file: file.name, ...one })),
    );
  }

  #done(
    file: GivenFile,
    kind: FileReport['kind'],
    rows: number,
    more: Pick<FileReport, 'columns' | 'mapping' | 'firstRows' | 'unread'>,
  ): void {
    this.files.push({
      ...{ name: file.name, kind, rows },
      ...more,
      ...(this.#readings.length > 0 && { readings: this.#readings }),
    });
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
