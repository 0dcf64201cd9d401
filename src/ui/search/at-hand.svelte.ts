import { SvelteSet } from 'svelte/reactivity';
import type { MenuAction } from '../parts/shapes.ts';

/** What can be done now with what is open, as its own page offers it. */
export interface AtHand {
  /** What it is, as people call it. */
  readonly subject: string;
  readonly deeds: readonly MenuAction[];
  /** Stands behind what the other parts of the page offer. */
  readonly last?: true;
}

const offers = new SvelteSet<() => AtHand>();

/** Has the search offer what a page offers, for as long as that page is open. During a component's initialisation. */
export const offerAtHand = (offer: () => AtHand): void => {
  $effect(() => {
    offers.add(offer);
    return () => offers.delete(offer);
  });
};

/** All that may be done with what is open, by what it is about; several parts of a page may speak of one thing. */
export const atHand = (): readonly AtHand[] => {
  const bySubject: Record<string, readonly MenuAction[]> = {};
  const offered = [...offers].map((offer) => offer());
  for (const { subject, deeds } of [
    ...offered.filter(({ last }) => !last),
    ...offered.filter(({ last }) => last),
  ]) {
    const possible = deeds.filter(({ disabled }) => disabled !== true);
    bySubject[subject] = [...(bySubject[subject] ?? []), ...possible];
  }
  return Object.entries(bySubject)
    .filter(([, deeds]) => deeds.length > 0)
    .map(([subject, deeds]) => ({ subject, deeds }));
};
