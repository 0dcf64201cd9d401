import type { Component } from 'svelte';
import { readAhead } from '../../app/read-ahead.ts';
import { PARTS, type PartName, type PartProps } from './part-names.ts';

type Load = () => Promise<{ default: Component<PartProps> }>;

/** Each part is read when somebody goes there. */
const parts: Readonly<Record<PartName, Load>> = {
  overview: () => import('./Overview.svelte'),
  log: () => import('./log/LogPart.svelte'),
  causes: () => import('./causes/CausesPart.svelte'),
  lists: () => import('./ListsPart.svelte'),
  work: () => import('./WorkPart.svelte'),
  refused: () => import('./RefusedPart.svelte'),
  try: () => import('./trying/TryPart.svelte'),
  measurements: () => import('./MeasurementsPart.svelte'),
  done: () => import('./DonePart.svelte'),
  space: () => import('./SpacePart.svelte'),
};

const read = new Map<PartName, ReturnType<Load>>();

/** Read once: who comes back finds it at once. One that could not be read is asked for again. */
export const loadPart = (name: PartName): ReturnType<Load> => {
  const known = read.get(name);
  if (known) return known;
  const loading = parts[name]();
  read.set(name, loading);
  loading.catch(() => read.delete(name));
  return loading;
};

/** All of them ahead of their first visit, as with rooms. */
export const readPartsAhead = (): void => {
  readAhead(PARTS.map((name) => () => loadPart(name)));
};
