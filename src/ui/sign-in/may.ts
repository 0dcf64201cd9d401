import { useClient } from '../../client/index.ts';
import { past } from '../past/past.svelte.ts';
import { m } from '../words/index.ts';
import { roleName } from './role-words.ts';

/**
 * What whoever is signed in may do, by the names of commands, jobs and queries: for rooms that disable what one may not
 * do and say why. In the past nothing may be done, and everything seen. Runes; during a component's initialisation. The
 * worker refuses what a role may not all the same.
 */
export const useMay = () => {
  const { session } = useClient();
  const isOver = (name: string): boolean => past.day !== undefined && session.mayGive(name);
  const may = (name: string): boolean => session.may(name) && !isOver(name);
  /** Why not, in a few words; undefined when one may. */
  const why = (name: string): string | undefined => {
    if (may(name)) return undefined;
    if (isOver(name)) return m.past_may_not();
    return m.sign_in_may_not({ role: roleName(session.actor?.role ?? '') });
  };
  return {
    may,
    why,
    /** The same as the members of a menu's action. */
    permitted: (name: string) => ({ disabled: !may(name), hint: why(name) }),
  };
};
