import type { AnyEventType, DataOf, EventEnvelope, NewEvent } from './event.ts';

export class UnknownEventError extends Error {
  override readonly name = 'UnknownEventError';
}

/** A consistency boundary: one stream per id, folded by `evolve` into a state that never changes in place. */
export interface Aggregate<State = unknown> {
  readonly category: string;
  readonly events: readonly AnyEventType[];
  readonly initial: State;
  /** Long streams are kept folded beside the log: the state is plain data, and nothing in it is personal. */
  readonly snapshots?: true;
  stream(id: string): string;
  evolve(state: State, event: Pick<EventEnvelope, 'type' | 'data' | 'meta' | 'version'>): State;
}

type Handled = Pick<EventEnvelope, 'meta' | 'version'>;

/** One reducer per event type of the aggregate; a missing one does not compile. */
type Evolve<State, Types extends AnyEventType> = {
  readonly [Name in Types['type']]: (
    state: State,
    data: DataOf<Extract<Types, { type: Name }>>,
    event: Handled,
  ) => State;
};

/** Declares an aggregate. `category` names its streams for ever. */
export const defineAggregate = <State, Types extends AnyEventType>(spec: {
  readonly category: string;
  readonly initial: State;
  readonly snapshots?: true;
  readonly events: readonly Types[];
  readonly evolve: Evolve<State, Types>;
}): Aggregate<State> => {
  const reducers = new Map<string, (state: State, data: unknown, event: Handled) => State>(
    Object.entries(spec.evolve),
  );
  return {
    category: spec.category,
    events: spec.events,
    initial: spec.initial,
    ...(spec.snapshots && { snapshots: true }),
    stream: (id) => `${spec.category}-${id}`,
    evolve: (state, event) => {
      const reducer = reducers.get(event.type);
      if (!reducer) throw new UnknownEventError(`${spec.category} does not know ${event.type}`);
      return reducer(state, event.data, event);
    },
  };
};

/** Events decided for one stream. A command may decide for several; they are written together or not at all. */
export interface Decided {
  readonly aggregate: Aggregate;
  readonly id: string;
  readonly events: readonly NewEvent[];
}

export const on = <State>(aggregate: Aggregate<State>, id: string, ...events: NewEvent[]): Decided => ({
  aggregate,
  id,
  events,
});
