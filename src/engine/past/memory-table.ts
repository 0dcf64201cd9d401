import type { AnyTableSpec, IndexValue, Range, ReadTable } from '../../kernel/index.ts';
import type { TableWrites } from '../projector/fold.ts';

type Row = Readonly<Record<string, unknown>>;

/** IndexedDB's order of keys: every number before every string, strings by code unit. */
const compareValues = (a: IndexValue, b: IndexValue): number => {
  if (typeof a !== typeof b) return typeof a === 'number' ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
};

const compareKeys = (a: readonly IndexValue[], b: readonly IndexValue[]): number => {
  for (const [n, value] of a.entries()) {
    const other = b[n];
    if (other === undefined) return 1;
    const order = compareValues(value, other);
    if (order !== 0) return order;
  }
  return a.length - b.length;
};

class NotAnIndexValueError extends Error {
  override readonly name = 'NotAnIndexValueError';
}

/** IndexedDB leaves a row with an unindexable member out of the index silently; here it is a defect with a name. */
const indexValue = (value: unknown, member: string): IndexValue => {
  if (typeof value === 'string' || typeof value === 'number') return value;
  throw new NotAnIndexValueError(`${member} holds ${JSON.stringify(value)}, which no index can hold`);
};

/** What an index holds for a row: nothing when a member is absent, several entries for a multi-entry index. */
const entriesOf = (row: Row, members: readonly string[]): readonly (readonly IndexValue[])[] => {
  const [only = ''] = members;
  if (only.startsWith('*')) {
    const member = only.slice(1);
    const values = (row[member] ?? []) as readonly unknown[];
    return [...new Set(values)].map((value) => [indexValue(value, member)]);
  }
  if (members.some((member) => row[member] === undefined)) return [];
  return [members.map((member) => indexValue(row[member], member))];
};

const within = (
  entry: readonly IndexValue[],
  { prefix = [], from, to, fromOpen, toOpen }: Range,
): boolean => {
  if (prefix.some((value, n) => entry[n] !== value)) return false;
  const bounded = entry[prefix.length];
  if (from === undefined && to === undefined) return true;
  if (bounded === undefined) return false;
  const above = from === undefined ? 1 : compareValues(bounded, from);
  const below = to === undefined ? -1 : compareValues(bounded, to);
  return (fromOpen === true ? above > 0 : above >= 0) && (toOpen === true ? below < 0 : below <= 0);
};

/** One table of a read model in memory: rows by key, and `ReadTable` over them as IndexedDB would answer. */
export class MemoryTable implements ReadTable<Row> {
  readonly rows = new Map<string, Row>();
  readonly #spec: AnyTableSpec;

  constructor(spec: AnyTableSpec) {
    this.#spec = spec;
  }

  write(key: string, row: unknown): void {
    if (row === undefined) {
      this.rows.delete(key);
      return;
    }
    const kept = row as Row;
    if (kept[this.#spec.key] !== key) throw new RangeError(`a row filed under ${key} names another key`);
    this.rows.set(key, kept);
  }

  /** What a folded batch did to this table. */
  take({ puts, deletes }: TableWrites): void {
    for (const row of puts) this.write(String((row as Row)[this.#spec.key]), row);
    for (const key of deletes) this.rows.delete(key);
  }

  /** Every row, by key. */
  all(): readonly Row[] {
    return [...this.rows].sort(([a], [b]) => compareValues(a, b)).map(([, row]) => row);
  }

  get(key: string): Promise<Row | undefined> {
    return Promise.resolve(this.rows.get(key));
  }

  getMany(keys: readonly string[]): Promise<(Row | undefined)[]> {
    return Promise.resolve(keys.map((key) => this.rows.get(key)));
  }

  range(range: Range): Promise<Row[]> {
    const members = this.#members(range.index);
    const hits = [...this.rows]
      .flatMap(([key, row]) => entriesOf(row, members).map((entry) => ({ entry, key, row })))
      .filter(({ entry }) => within(entry, range))
      .sort((a, b) => compareKeys(a.entry, b.entry) || compareValues(a.key, b.key));
    if (range.reverse === true) hits.reverse();
    return Promise.resolve([...new Set(hits.map(({ row }) => row))].slice(0, range.limit));
  }

  async count(range: Range): Promise<number> {
    return (await this.range(range)).length;
  }

  #members(index: string | undefined): readonly string[] {
    if (index === undefined) return [this.#spec.key];
    const declared = (this.#spec.indexes ?? []).map((members) =>
      typeof members === 'string' ? [members] : members,
    );
    const found = declared.find((members) => members.join('+').replace(/^\*/, '') === index);
    if (!found) throw new RangeError(`there is no index ${index}`);
    return found;
  }
}
