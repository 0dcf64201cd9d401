import { useClient } from '../../client/index.ts';
import { m } from '../words/index.ts';

/**
 * Gives a colleague's name, and nothing for whoever is looking or in a book where nobody signs in. `known` names those who
 * have left. Runes; during a component's initialisation.
 */
export const useColleagues = (known: (actor: string) => string | undefined = () => undefined) => {
  const { session } = useClient();
  return (actor: string): string | undefined =>
    actor === session.actor?.id || session.colleagues.length === 0
      ? undefined
      : (session.nameOf(actor) ?? known(actor) ?? m.order_told_somebody());
};
