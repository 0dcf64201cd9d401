import { upcast, type Actor, type AnyEventType, type Application } from '../../kernel/index.ts';
import type { EventLog } from '../ports.ts';
import type { Sealing } from '../sealing/sealing.ts';
import { entryOf, eventsIn, isKnown, type Found } from './entry.ts';
import type { OpenedEntry, Shown } from './shapes.ts';

export interface OpeningPorts {
  readonly application: Pick<Application, 'permits' | 'looking'>;
  readonly types: ReadonlyMap<string, AnyEventType>;
  readonly log: EventLog;
  readonly sealing: Sealing;
  readonly actor: Actor;
}

const foundAt = async (log: EventLog, position: number): Promise<Found | undefined> => {
  const [record] = await log.records(position - 1, 1, position);
  return record && eventsIn(record).find((one) => one.position === position);
};

const upToDate = (types: OpeningPorts['types'], { event }: Found, shown: Shown): Shown => {
  const known = types.get(event.type);
  if (!known || !isKnown(types, event) || shown.hidden === 'secret') return shown;
  return { ...shown, value: upcast(known, event.schemaVersion, shown.value) };
};

/**
 * One event with all that is around it. What is sealed in it is opened only for whoever may read it; of an event that
 * this version does not know everything is shown as it is stored.
 */
export const openEntry = async (
  { application: { permits, looking }, types, log, sealing, actor }: OpeningPorts,
  position: number,
): Promise<OpenedEntry | undefined> => {
  const found = await foundAt(log, position);
  if (!found) return undefined;
  const { commit, event } = found;
  const mayRead = looking === undefined || permits(actor, looking.personal);
  const shown = async (
    type: string,
    stored: { readonly sealed?: unknown },
    plain: unknown,
    open: () => Promise<Shown>,
  ) => {
    if (looking?.secret.includes(type) === true) return { value: {}, hidden: 'secret' as const };
    if (!stored.sealed) return { value: plain };
    return mayRead ? open() : { value: plain, hidden: 'sealed' as const };
  };
  const openedAs = async (opening: ReturnType<Sealing['openEvent']>): Promise<Shown> => {
    const { value, whole } = await opening;
    return whole ? { value } : { value, hidden: 'forgotten' };
  };
  return {
    entry: entryOf(types, found),
    data: upToDate(
      types,
      found,
      await shown(event.type, event, event.data, () => openedAs(sealing.openEvent(event))),
    ),
    payload: await shown(commit.command.type, commit.command, commit.command.payload, () =>
      openedAs(sealing.openCommand(commit.commandId, commit.command)),
    ),
    previous: commit.previous,
  };
};
