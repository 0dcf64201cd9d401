import type { Integration } from '../../kernel/index.ts';
import type { LogFeed } from '../feed.ts';
import type { Outgoing } from '../processes/process-store.ts';
import type { Message, Outlet } from './shapes.ts';

/** Shows that something is there, and nothing of what. */
const MASK = '•••';

const masked = (value: unknown): unknown => {
  if (typeof value === 'string') return MASK;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(masked);
  return Object.fromEntries(Object.entries(value).map(([member, of]) => [member, masked(of)]));
};

/**
 * A message as this outlet gets it. What it says of a person is read from its event only now: after that person was
 * forgotten there is nothing to be read.
 */
export const messageOf = async (
  { position, command }: Outgoing,
  { personal }: Pick<Outlet, 'personal'>,
  integration: Integration,
  feed: Pick<LogFeed, 'read'>,
): Promise<Message> => {
  const { commandId: id, type, payload, occurredAt = '' } = command;
  const [event] = await feed.read(position - 1, 1);
  const person = event?.position === position ? integration.person(event) : undefined;
  const version = integration.messages.find((message) => message.type === type)?.version ?? 1;
  const data = {
    ...(payload as Readonly<Record<string, unknown>>),
    ...(person && { person: personal ? person : masked(person) }),
  };
  return { id, type, version, occurredAt, position, data };
};
