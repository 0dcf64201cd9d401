import type { Actor, Application } from '../../kernel/index.ts';
import type { EventLog } from '../ports.ts';
import type { Sealing } from '../sealing/sealing.ts';
import type { ShownRefusal } from './shapes.ts';

interface RefusalPorts {
  readonly application: Pick<Application, 'permits' | 'looking'>;
  readonly log: Pick<EventLog, 'refusals'>;
  readonly sealing: Pick<Sealing, 'openOutcome'>;
  readonly actor: Actor;
}

/** What was refused, the newest first; what is sealed in it is opened only for whoever may read it, as in the log. */
export const refusalsOf = async (
  { application: { permits, looking }, log, sealing, actor }: RefusalPorts,
  limit: number,
): Promise<readonly ShownRefusal[]> => {
  const mayRead = looking === undefined || permits(actor, looking.personal);
  const kept = await log.refusals(limit);
  return Promise.all(
    kept.map(async (one): Promise<ShownRefusal> => {
      const { sealed, ...bare } = mayRead ? await sealing.openOutcome(one) : one;
      if (looking?.secret.includes(bare.command.type) === true)
        return { ...bare, command: { ...bare.command, payload: {} }, hidden: 'secret' };
      return sealed ? { ...bare, hidden: 'sealed' } : bare;
    }),
  );
};
