import type {
  AnyTableSpec,
  EventEnvelope,
  IndexValue,
  Projection,
  ProjectionBuilder,
  Range,
  ReadTable,
  ReadTables,
} from '../../src/kernel/index.ts';
import { frozen } from './frozen.ts';

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

/** One table: rows by key, and `ReadTable` over them as IndexedDB would answer. */
class MemoryTable implements ReadTable<Row> {
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
    const kept = frozen(structuredClone(row) as Row);
    if (kept[this.#spec.key] !== key) throw new RangeError(`a row filed under ${key} names another key`);
    this.rows.set(key, kept);
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

export interface MemoryView<Tables extends object> {
  readonly tables: ReadTables<Tables>;
  /** Folds a batch as the engine does: touched rows in memory first, what follows from them once, at the end. */
  apply(events: readonly EventEnvelope[]): void;
  /** Every row of every table, by key: two views with equal contents hold the same. */
  contents(): Readonly<Record<string, readonly Row[]>>;
}

/** A read model in memory: what the engine does on IndexedDB, for specs and properties. */
export const memoryView = <Tables extends object>(
  projection: ProjectionBuilder<Tables>,
): MemoryView<Tables> => {
  const tables = new Map(
    Object.entries(projection.tables).map(([name, spec]) => [name, new MemoryTable(spec)]),
  );
  const table = (name: string): MemoryTable => {
    const found = tables.get(name);
    if (!found) throw new RangeError(`${projection.name} has no table ${name}`);
    return found;
  };
  return {
    tables: Object.fromEntries(tables) as unknown as ReadTables<Tables>,
    apply: (events) => {
      applyBatch(projection, table, events);
    },
    contents: () => Object.fromEntries([...tables].map(([name, held]) => [name, held.all()])),
  };
};

const applyBatch = (
  projection: Projection,
  table: (name: string) => MemoryTable,
  events: readonly EventEnvelope[],
): void => {
  const touched = new Map<string, { table: string; key: string; before: unknown }>();
  const apply = (changes: ReturnType<Projection['changes']>): void => {
    for (const change of changes) {
      const { table: name, key } = change;
      const before = table(name).rows.get(key);
      const id = JSON.stringify([name, key]);
      if (!touched.has(id)) touched.set(id, { table: name, key, before });
      table(name).write(key, change.update(before));
    }
  };
  for (const event of events) apply(projection.changes(event));
  for (const { table: name, key, before } of [...touched.values()])
    apply(projection.derived(name, before, table(name).rows.get(key)));
};
