import type { Aggregate } from './aggregate.ts';
import type { CommandType } from './command.ts';
import type { AnyEventType } from './event.ts';
import type { Integration } from './integration.ts';
import type { JobContext, JobType } from './job.ts';
import type { Json } from './json.ts';
import type { Process } from './process.ts';
import type { Projection } from './projection.ts';
import type { QueryType } from './query.ts';
import type { SignIn } from './sign-in.ts';

/** Who gives a command or asks a query. */
export interface Actor {
  readonly id: string;
  readonly role: string;
}

/** How much of the log those see who look at it entry by entry. */
export interface Looking {
  /** Permission to read what is sealed as personal; whoever lacks it sees that something is sealed there. */
  readonly personal: string;
  /** Names of events and commands whose data is shown to nobody. */
  readonly secret: readonly string[];
}

/** What a book is opened with: what there is in it, and who may do what. */
export interface Trade {
  readonly aggregates: readonly Aggregate[];
  /** Events by which the person that they name is forgotten: that person's key is destroyed. */
  readonly forgetting?: readonly AnyEventType[];
  /** Who signs in; left out: whoever opens the book may do as its built-in actor may. */
  readonly signIn?: SignIn;
  /** What the log shows to whom; left out: all of it to whoever may look into the engine. */
  readonly looking?: Looking;
  /** Whether this actor's role carries the permission. */
  permits(actor: Actor, permission: string): boolean;
}

/** What can be done in a trade; may come later, before the first of it is done. */
export interface Commands {
  readonly commands: readonly CommandType[];
}

/** The half of a trade that lives on what commands have done, and may come later still. */
export interface Followers {
  readonly projections: readonly Projection[];
  readonly queries: readonly QueryType[];
  readonly processes: readonly Process[];
  readonly jobs: readonly JobType[];
  /** Left out: the world outside is told nothing. */
  readonly integration?: Integration;
  /** What a copy says of the book that is in it; left out: no second one is kept. */
  readonly describe?: (query: JobContext['query']) => Promise<Json>;
}

/** A trade, complete: all that the engine needs to run it, and all that it knows of it. */
export interface Application extends Trade, Commands, Followers {}

export class DuplicateNameError extends Error {
  override readonly name = 'DuplicateNameError';
}

/** Index by name; a name declared twice is a defect found at start-up. */
export const byName = <Item>(
  items: readonly Item[],
  name: (item: Item) => string,
): ReadonlyMap<string, Item> => {
  const index = new Map<string, Item>();
  for (const item of items) {
    if (index.has(name(item))) throw new DuplicateNameError(`${name(item)} is declared twice`);
    index.set(name(item), item);
  }
  return index;
};

/**
 * Rises whenever the application comes to write another shape: with each new event type, with each version of one. It
 * never falls, for no event type is ever taken away.
 */
export const epochOf = (application: Pick<Trade, 'aggregates'>): number =>
  [...eventTypes(application).values()].reduce((sum, { version }) => sum + version, 0);

/** Every event type of the application by its stored name. */
export const eventTypes = (application: Pick<Trade, 'aggregates'>): ReadonlyMap<string, AnyEventType> =>
  byName(
    application.aggregates.flatMap((aggregate) => aggregate.events),
    (eventType) => eventType.type,
  );
