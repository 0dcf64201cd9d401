import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What another program does: takes a message, fails, refuses it, never answers, takes it and dies, or says twice that it did. */
export type Manner = 'take' | 'fail' | 'refuse' | 'hang' | 'take-and-die' | 'take-twice';

interface Heard {
  readonly id: string;
  readonly timestamp: string;
  readonly signature: string;
  readonly body: string;
  readonly manner: Manner;
}

const TAKEN = 'HTTP/1.1 204 No Content\r\nAccess-Control-Allow-Origin: *\r\n\r\n';

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
};

/** Another program on this machine, to which a book sends its messages. */
export class Listener {
  /** Every request, in the order of their coming. */
  readonly heard: Heard[] = [];
  /** How the next requests are met; then each is taken. */
  readonly manners: Manner[] = [];
  readonly #server: Server;

  constructor() {
    this.#server = createServer((request, response) => void this.#meet(request, response));
  }

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}/hook`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** What was taken, once each, by id. */
  get taken(): readonly {
    readonly id: string;
    readonly type: string;
    readonly data: Record<string, unknown>;
  }[] {
    const taken = this.heard.filter(({ manner }) => manner.startsWith('take'));
    const once = new Map(taken.map(({ id, body }) => [id, JSON.parse(body) as (typeof this.taken)[number]]));
    return [...once.values()];
  }

  async #meet(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Access-Control-Allow-Headers', '*');
    if (request.method === 'OPTIONS') {
      response.writeHead(204).end();
      return;
    }
    const header = (name: string) => String(request.headers[name] ?? '');
    const manner = this.manners.shift() ?? 'take';
    const facts = {
      id: header('webhook-id'),
      timestamp: header('webhook-timestamp'),
      signature: header('webhook-signature'),
    };
    this.heard.push({ ...facts, body: await bodyOf(request), manner });
    if (manner === 'take') response.writeHead(204).end();
    else if (manner === 'fail') response.writeHead(503).end();
    else if (manner === 'refuse') response.writeHead(422).end();
    else if (manner === 'take-and-die') request.socket.destroy();
    else if (manner === 'take-twice') request.socket.end(TAKEN + TAKEN);
  }
}

/** The signature that this request should bear, as the specification of webhooks says it. */
export const expectedSignature = (secret: string, { id, timestamp, body }: Heard): string =>
  `v1,${createHmac('sha256', Buffer.from(secret.replace('whsec_', ''), 'base64'))
    .update(`${id}.${timestamp}.${body}`)
    .digest('base64')}`;
