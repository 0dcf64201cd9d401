import type { Aggregate } from './aggregate.ts';

/** A stream folded to its newest version; version 0 means that nothing ever happened to it. */
export interface Loaded<State> {
  readonly id: string;
  readonly version: number;
  readonly state: State;
}

/**
 * Folds one stream. The only thing that `load` may await. `absent`: the command begins this stream, so nothing need be
 * looked for; that nothing stands there is proved by the write, and no refusal is given on that assumption.
 */
export type Read = <State>(
  aggregate: Aggregate<State>,
  id: string,
  expected?: 'absent',
) => Promise<Loaded<State>>;
