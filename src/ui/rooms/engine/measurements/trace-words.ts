import { quantity } from '../../../words/format.ts';
import { m } from '../../../words/index.ts';
import { viewName, processName } from '../engine-words.ts';
import { spoken } from '../names.ts';
import type { Lane, Step } from './waterfall.ts';

const lanes: Readonly<Record<Lane, () => string>> = {
  page: m.measurements_lane_page,
  worker: m.measurements_lane_worker,
  lists: m.measurements_lane_lists,
  processes: m.measurements_lane_processes,
};

export const laneName = (lane: Lane): string => lanes[lane]();

/** Fine where it is short: a stage of a command takes less than a millisecond. */
export const milliseconds = (value: number): string => {
  const figure = value < 10 ? Math.round(value * 100) * 10 : Math.round(value) * 1_000;
  return m.measurements_ms({ figure: quantity(figure) });
};

/** A step as people read it: a list or a process by its name, else the name that it has in the log and outside. */
export const stepName = ({ span: { name }, lane }: Step): string => {
  const of = name.slice(name.indexOf(' ') + 1);
  if (lane === 'lists') return viewName(of);
  return lane === 'processes' ? processName(of) : spoken(name);
};
