import type {
  Health,
  MeasuringDeed,
  OutletDeed,
  RepairOfOne,
  RepairRow,
  TrialDeed,
} from '../../../client/index.ts';
import type { Tone } from '../../parts/shapes.ts';
import { count, when } from '../../words/format.ts';
import { m } from '../../words/index.ts';
import { viewName } from './engine-words.ts';
import { spoken } from './names.ts';
import { interventionWords } from './work-words.ts';

export type List = Health['views'][number];
type Rebuild = NonNullable<List['rebuild']>;

/** How far a list is behind: in entries, and since when it is. */
export const behind = ({ lagEvents, lagMs }: Pick<List, 'lagEvents' | 'lagMs'>): string => {
  if (lagEvents === 0) return m.engine_no_lag();
  const entries = m.engine_lag_entries({ count: lagEvents });
  return lagMs < 1_000 ? entries : m.engine_lag_since({ entries, seconds: count(Math.round(lagMs / 1_000)) });
};

const doing = ({ kind, state }: Rebuild): string => {
  switch (state) {
    case 'waiting':
      return m.engine_rebuild_waiting();
    case 'paused':
      return m.engine_rebuild_paused();
    case 'checking':
      return m.engine_rebuild_checking();
    case 'failed':
      return m.engine_rebuild_failed();
    case 'building':
      if (kind === 'roll-back') return m.engine_rebuild_going_back();
      return kind === 'update' ? m.engine_rebuild_updating() : m.engine_rebuild_building();
  }
};

/** What is being done to a list, how far it is, and who asked for it (undefined: nobody did). */
export const rebuildWords = (rebuild: Rebuild, by: string | undefined) => ({
  label: by === undefined ? doing(rebuild) : m.engine_rebuild_by({ doing: doing(rebuild), by }),
  text: m.engine_of({ done: count(rebuild.done), total: count(rebuild.total) }),
});

/** What is known of the rows that a list shows: that they were compared with the log, or that a rebuild failed to. */
export const checkedWords = ({ verified, gaveUp }: Pick<List, 'verified' | 'gaveUp'>): string | undefined => {
  if (gaveUp) return m.engine_gave_up({ at: when(gaveUp.at), why: gaveUp.why });
  if (verified && verified.rows > 0) return m.engine_verified({ at: when(verified.at), rows: verified.rows });
  return undefined;
};

const deeds: Readonly<Record<RepairOfOne['do'], (of: { list: string }) => string>> = {
  rebuild: m.engine_did_rebuild,
  pause: m.engine_did_pause,
  resume: m.engine_did_resume,
  cancel: m.engine_did_cancel,
  'roll-back': m.engine_did_roll_back,
  retry: m.engine_did_retry,
  skip: m.engine_did_skip,
};

const outletDeeds: Readonly<Record<OutletDeed['do'], (of: { outlet: string }) => string>> = {
  'outlet-set-up': m.engine_did_outlet_set_up,
  'outlet-changed': m.engine_did_outlet_changed,
  'outlet-removed': m.engine_did_outlet_removed,
  'outlet-hurried': m.engine_did_outlet_hurried,
  'outlet-tested': m.engine_did_outlet_tested,
  'letter-again': m.engine_did_letter_again,
  'letter-left-out': m.engine_did_letter_left_out,
};

const measuringDeeds: Readonly<Record<MeasuringDeed['do'], () => string>> = {
  'measuring-on': m.engine_did_measuring_on,
  'measuring-off': m.engine_did_measuring_off,
};

const trialDeeds: Readonly<Record<TrialDeed['do'], (of: { command: string }) => string>> = {
  tried: m.engine_did_try,
  given: m.engine_did_give,
};

/** Those of this device go by their kind. */
const outletName = (outlet: string): string => {
  if (outlet === 'notices') return m.outlets_notices();
  return outlet === 'tabs' ? m.outlets_tabs() : outlet;
};

/** What somebody asked for, in a sentence. */
export const deedWords = (deed: RepairRow['repair']): string => {
  if ('process' in deed) return interventionWords(deed);
  if ('outlet' in deed) return outletDeeds[deed.do]({ outlet: outletName(deed.outlet) });
  if ('command' in deed) return trialDeeds[deed.do]({ command: spoken(deed.command) });
  if ('view' in deed) return deeds[deed.do]({ list: viewName(deed.view) });
  return deed.do === 'retry-all' ? m.engine_did_retry_all() : measuringDeeds[deed.do]();
};

export const deedMark = (state: RepairRow['state']): { tone: Tone; text: string } => {
  switch (state) {
    case 'asked':
      return { tone: 'waiting', text: m.engine_deed_asked() };
    case 'done':
      return { tone: 'good', text: m.engine_deed_done() };
    case 'failed':
      return { tone: 'wrong', text: m.engine_deed_failed() };
  }
};
