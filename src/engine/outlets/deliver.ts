import { eventsChannelName, noticesChannelName } from '../reading/names.ts';
import { watchPolicy } from './policy.ts';
import { signature } from './sign.ts';
import type { Attempt, Message } from './shapes.ts';
import type { OutletRow } from './store.ts';

/** Who does not answer within this time is not there. */
const ANSWER_MS = 10_000;

/** Tries to hand over one message. Never fails: what goes wrong is the answer. */
export type Deliver = (outlet: OutletRow, message: Message) => Promise<Attempt>;

const TAKEN: Attempt = { taken: true };

/** Asks to come again later: too many at once, a timeout of its own, down for maintenance. */
const LATER = new Set([408, 425, 429, 502, 503, 504]);

const answered = ({ ok, status }: Response): Attempt =>
  ok ? TAKEN : { taken: false, trouble: LATER.has(status) ? 'busy' : 'refused', status };

const post = async ({ url = '', key }: OutletRow, message: Message, now: number): Promise<Attempt> => {
  const body = JSON.stringify(message);
  const timestamp = Math.floor(now / 1_000);
  const signed = key && { 'webhook-signature': await signature(key, message.id, timestamp, body) };
  const policy = watchPolicy(url);
  try {
    const answer = await fetch(url, {
      ...{ method: 'POST', mode: 'cors', credentials: 'omit', redirect: 'error', cache: 'no-store', body },
      headers: {
        'content-type': 'application/json',
        'webhook-id': message.id,
        'webhook-timestamp': String(timestamp),
        ...signed,
      },
      signal: AbortSignal.timeout(ANSWER_MS),
    });
    return answered(answer);
  } catch {
    return { taken: false, trouble: (await policy.forbade()) ? 'not-allowed' : 'unreachable' };
  } finally {
    policy.end();
  }
};

/** Says it on a channel of this device: who listens hears it. */
const say = (channelName: string, message: Message): Attempt => {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage(message);
  channel.close();
  return TAKEN;
};

/** Hands messages of a book to the outlets' other sides. `now`: milliseconds since 1970. */
export const createDeliver =
  (book: string, now: () => number): Deliver =>
  (outlet, message) => {
    switch (outlet.kind) {
      case 'tabs':
        return Promise.resolve(say(eventsChannelName(book), message));
      case 'notices':
        return Promise.resolve(say(noticesChannelName(book), message));
      case 'webhook':
        return post(outlet, message, now());
    }
  };
