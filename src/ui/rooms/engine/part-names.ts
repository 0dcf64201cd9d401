import type { Intervention, Repair } from '../../../client/index.ts';
import type { Tab } from '../../parts/shapes.ts';
import { m } from '../../words/index.ts';
import type { HealthWatch } from './health.svelte.ts';

/** What every part of the room is given. */
export interface PartProps {
  readonly watch: HealthWatch;
  /** Asks for repairs; true once they are written down. */
  readonly onask: (repairs: readonly (Repair | Intervention)[]) => Promise<boolean>;
  /** What of the part is opened, as its address says. */
  readonly at: string | undefined;
}

const parts = {
  overview: m.engine_part_overview,
  log: m.engine_part_log,
  causes: m.engine_part_causes,
  lists: m.engine_part_lists,
  work: m.engine_part_work,
  refused: m.engine_part_refused,
  try: m.engine_part_try,
  measurements: m.engine_part_measurements,
  done: m.engine_part_done,
  space: m.engine_part_space,
} as const;

export type PartName = keyof typeof parts;

export const PARTS = Object.keys(parts) as readonly PartName[];

/** The part that an address names; one that there is not is the overview. */
export const partOf = (name: string | null): PartName => PARTS.find((part) => part === name) ?? 'overview';

/** The way to each part that leads somewhere by itself: what came of an entry is asked of that entry. */
export const partTabs = (): Tab[] =>
  PARTS.filter((part) => part !== 'causes').map((id) => ({
    id,
    label: parts[id](),
    href: id === 'overview' ? '#/engine' : `#/engine/${id}`,
  }));
