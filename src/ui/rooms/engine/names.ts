import type { Client } from '../../../client/index.ts';
import { m } from '../../words/index.ts';
import { processName } from './engine-words.ts';

/** A stored name as people read it: `OrderSubmitted` is "Order submitted". The names are the log's own, in every language. */
export const spoken = (name: string): string => {
  const words = name.replaceAll(/([a-z\d])([A-Z])/g, '$1 $2').toLowerCase();
  return words.slice(0, 1).toUpperCase() + words.slice(1);
};

/** Who did it: somebody by name, the owner of a book without names, or the book itself. */
export const actorName = (session: Pick<Client['session'], 'nameOf'>, actor: string): string => {
  if (actor.startsWith('process:')) {
    const process = processName(actor.slice('process:'.length));
    return m.engine_by_process({ process });
  }
  if (actor.startsWith('process')) return m.engine_by_book();
  return session.nameOf(actor) ?? (actor === 'owner' ? m.engine_by_owner() : actor);
};
