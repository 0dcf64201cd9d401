import { useClient } from '../../client/index.ts';
import { m } from '../words/index.ts';
import { roleName } from './role-words.ts';

/**
 * What whoever is signed in may do, by the names of commands, jobs and queries: for rooms that disable what one may not
 * do and say why. Runes; during a component's initialisation. The worker refuses it all the same.
 */
export const useMay = () => {
  const { session } = useClient();
  const may = (name: string): boolean => session.may(name);
  /** Why not, in a few words; undefined when one may. */
  const why = (name: string): string | undefined =>
    may(name) ? undefined : m.sign_in_may_not({ role: roleName(session.actor?.role ?? '') });
  return {
    may,
    why,
    /** The same as the members of a menu's action. */
    permitted: (name: string) => ({ disabled: !may(name), hint: why(name) }),
  };
};
