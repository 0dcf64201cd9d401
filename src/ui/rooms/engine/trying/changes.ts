import type { TriedOut } from '../../../../client/index.ts';

type Difference = TriedOut['differences'][number];

/** One member of a row that would be otherwise, as text; undefined where there is nothing. */
export interface Change {
  readonly key: string;
  readonly row: string;
  readonly kind: 'new' | 'gone' | 'changed';
  readonly member: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** What would be otherwise in one read model. */
export interface ViewChanges {
  readonly view: string;
  readonly changes: readonly Change[];
  /** Rows beyond those that are shown. */
  readonly more: number;
}

/** A person reads so many rows of one list. */
const ROWS = 12;

const textOf = (value: unknown): string | undefined =>
  value === undefined ? undefined : typeof value === 'string' ? value : JSON.stringify(value);

const membersOf = (row: unknown): Readonly<Record<string, unknown>> =>
  typeof row === 'object' && row !== null ? (row as Record<string, unknown>) : {};

const changesIn = ({ table, key, before, after }: Difference): readonly Change[] => {
  const [then, now] = [membersOf(before), membersOf(after)];
  const kind = before === undefined ? 'new' : after === undefined ? 'gone' : 'changed';
  return [...new Set([...Object.keys(then), ...Object.keys(now)])]
    .map((member) => ({ member, before: textOf(then[member]), after: textOf(now[member]) }))
    .filter((one) => one.before !== one.after)
    .map((one) => ({ key: `${table}/${key}/${one.member}`, row: `${table} ${key}`, kind, ...one }));
};

/** Member by member, list by list, in the order in which the lists come. */
export const changesOf = (differences: readonly Difference[]): readonly ViewChanges[] =>
  [...new Set(differences.map(({ view }) => view))].map((view) => {
    const own = differences.filter((one) => one.view === view);
    return { view, changes: own.slice(0, ROWS).flatMap(changesIn), more: Math.max(0, own.length - ROWS) };
  });
