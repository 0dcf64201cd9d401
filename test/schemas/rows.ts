import { createHash } from 'node:crypto';
import type { Projection } from '../../src/kernel/index.ts';
import { rowText } from '../../src/engine/projector/row-text.ts';
import { memoryView } from '../spec/memory-tables.ts';
import { told, type History } from './history.ts';
import type { Comparison } from './lock.ts';

/** What each read model made of a history: so that none makes something else of it under the same version. */
export interface RowsLock {
  /** Fingerprint of the history: of another one, other rows say nothing. */
  readonly history: string;
  readonly views: Readonly<Record<string, { readonly version: number; readonly rows: string }>>;
}

/** Independent of the order of members, of the machine, and of what stands in memory only. */
const fingerprint = (value: unknown): string =>
  createHash('sha256').update(rowText(value)).digest('hex').slice(0, 16);

/** What it makes of each book of the history: all rows of all tables. */
const rowsOf = (projection: Projection, history: History): string =>
  fingerprint(
    history.map((book) => {
      const view = memoryView(projection as never);
      view.apply(told(book));
      return view.contents();
    }),
  );

/** The lock as it is when all that is new is taken in. */
export const rowsLockOf = (views: readonly Projection[], history: History): RowsLock => ({
  history: fingerprint(history),
  views: Object.fromEntries(
    views.map((view) => [view.name, { version: view.version, rows: rowsOf(view, history) }]),
  ),
});

/**
 * What has become of the locked rows. A book out there keeps the rows that it has until the version is raised
 * (`isBuildOf`), whatever the code would make of its events today.
 */
export const compareRows = (lock: RowsLock, views: readonly Projection[], history: History): Comparison => {
  const now = rowsLockOf(views, history);
  const isSame = now.history === lock.history;
  const broken = Object.entries(now.views).flatMap(([name, { version, rows }]) => {
    const was = lock.views[name];
    if (!was) return [];
    if (version < was.version)
      return [`«${name}» fell from version ${String(was.version)} to ${String(version)}`];
    return isSame && version === was.version && rows !== was.rows
      ? [
          `What «${name}» makes of the history changed, but its version did not: ` +
            `raise \`version\` in src/views/${name}/projection.ts, then \`npm run schemas\` accepts it`,
        ]
      : [];
  });
  const news = [
    ...(isSame ? [] : ['the history']),
    ...Object.entries(now.views).flatMap(([name, { version }]) =>
      lock.views[name]?.version === version ? [] : [`${name}@${String(version)}`],
    ),
    ...Object.keys(lock.views).flatMap((name) => (now.views[name] ? [] : [`${name} is gone`])),
  ];
  return { broken, news };
};
