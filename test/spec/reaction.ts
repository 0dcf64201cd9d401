import { expect } from 'vitest';
import type { Decided, Effect, EventEnvelope, Process, Timer } from '../../src/kernel/index.ts';
import { frozen } from './frozen.ts';
import { recorded } from './projection.ts';

/** given-when-then for processes: `reacting(process).given(on(…), …).when(on(…)).thenSends(send(Command, {…}))`. */
export const reacting = <State>(process: Process<State>) => {
  const given = (...facts: readonly Decided[]) => ({
    when: (fact: Decided): Reaction => {
      const effects = () => effectsOf(process, recorded(...facts).length, recorded(...facts, fact));
      return {
        thenSends: (...expected) => expect(effects()).toEqual(expected),
        thenSendsNothing: () => expect(effects()).toEqual([]),
      };
    },
    /** Nothing comes any more until this instant (ISO): what the timers that are due by then want done. */
    whenItIs: (now: string): Reaction => {
      const effects = () => firedAt(process, now, recorded(...facts));
      return {
        thenSends: (...expected) => expect(effects()).toEqual(expected),
        thenSendsNothing: () => expect(effects()).toEqual([]),
      };
    },
    thenWaitsFor: (...timers: readonly Timer[]) =>
      expect(
        [...folded(process, recorded(...facts)).values()].flatMap((state) => process.timers?.of(state) ?? []),
      ).toEqual(timers),
  });
  return { given, when: given().when };
};

export interface Reaction {
  /** Exactly these commands, in order. */
  thenSends(...expected: readonly Effect[]): void;
  thenSendsNothing(): void;
}

const folded = <State>(process: Process<State>, events: readonly EventEnvelope[]) => {
  const states = new Map<string, State>();
  for (const event of events) {
    const instance = process.handles.has(event.type) ? process.instance(event) : undefined;
    if (instance === undefined) continue;
    states.set(instance, process.step(frozen(states.get(instance) ?? process.initial), event).state);
  }
  return states;
};

const firedAt = <State>(process: Process<State>, now: string, events: readonly EventEnvelope[]) =>
  [...folded(process, events)].flatMap(([instance, state]) =>
    (process.timers?.of(state) ?? [])
      .filter(({ due }) => due <= now)
      .flatMap((timer) => {
        const late = Date.parse(now) - Date.parse(timer.due);
        return process.timers?.fire(state, { ...timer, firedAt: now, late }, instance) ?? [];
      }),
  );

/** What the process answers to the events that come after the first `seen`. */
const effectsOf = <State>(
  process: Process<State>,
  seen: number,
  all: readonly EventEnvelope[],
): readonly Effect[] => {
  const states = new Map<string, State>();
  const react = (event: EventEnvelope): readonly Effect[] => {
    const instance = process.handles.has(event.type) ? process.instance(event) : undefined;
    if (instance === undefined) return [];
    const { state, effects } = process.step(frozen(states.get(instance) ?? process.initial), event);
    states.set(instance, state);
    return effects;
  };
  all.slice(0, seen).forEach(react);
  return all.slice(seen).flatMap(react);
};
