import type { EntriesAsked } from '../engine/browsing/shapes.ts';
import type { Link } from './link.ts';

const ASK_MS = 10_000;
/** Longer than the engine waits for something to happen. */
const WAIT_MS = 40_000;

/** The log, entry by entry, for whoever may look into the engine. */
export const createLogOf = (link: Link) => ({
  /** A page from the end of the log backwards. */
  entries: (asked: EntriesAsked) => link.call((engine) => engine.entries(asked), ASK_MS),
  /** One entry and the command that caused it, as far as the present operator may read them. */
  entry: (position: number) => link.call((engine) => engine.entry(position), ASK_MS),
  /** What an entry comes from, and all that came of it. */
  causes: (position: number) => link.call((engine) => engine.causes(position), ASK_MS),
  /** Answers once there are entries after this position, or after some while. */
  untilAfter: (position: number) => link.call((engine) => engine.untilAfter(position), WAIT_MS),
  /** The databases of the book and about what each takes. */
  stored: () => link.call((engine) => engine.stored(), ASK_MS),
});
