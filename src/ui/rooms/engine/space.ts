import type { StoredDatabase } from '../../../client/index.ts';
import { m } from '../../words/index.ts';
import { processName, viewName } from './engine-words.ts';

const others = new Map([
  ['engine', m.engine_space_engine],
  ['outlets', m.engine_space_outlets],
]);

export const databaseName = ({ kind, of }: StoredDatabase): string => {
  switch (kind) {
    case 'log':
      return m.engine_space_log();
    case 'keys':
      return m.engine_space_keys();
    case 'view':
      return m.engine_space_view({ list: viewName(of) });
    case 'process':
      return m.engine_space_process({ process: processName(of) });
    case 'other':
      return others.get(of)?.() ?? of;
  }
};

/** Nothing else holds what is in it. */
export const isTruth = ({ kind, of }: StoredDatabase): boolean =>
  kind === 'log' || kind === 'keys' || (kind === 'other' && of === 'outlets');
