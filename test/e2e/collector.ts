import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Attribute {
  readonly key: string;
  readonly value: { readonly stringValue?: string; readonly intValue?: number; readonly boolValue?: boolean };
}

export interface CollectedSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly startTimeUnixNano: string;
  readonly endTimeUnixNano: string;
  readonly attributes: readonly Attribute[];
}

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
};

const spansIn = (body: string): readonly CollectedSpan[] => {
  const { resourceSpans } = JSON.parse(body) as {
    resourceSpans: { scopeSpans: { spans: CollectedSpan[] }[] }[];
  };
  return resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans));
};

const metricsIn = (body: string): readonly string[] => {
  const { resourceMetrics } = JSON.parse(body) as {
    resourceMetrics: { scopeMetrics: { metrics: { name: string }[] }[] }[];
  };
  return resourceMetrics.flatMap(({ scopeMetrics }) =>
    scopeMetrics.flatMap(({ metrics }) => metrics.map(({ name }) => name)),
  );
};

/** What takes OTLP over HTTP on this machine, as an OpenTelemetry Collector does. */
export class Collector {
  readonly spans: CollectedSpan[] = [];
  /** Names of all metrics that ever came. */
  readonly metrics = new Set<string>();
  /** Everything that came, as it came. */
  readonly bodies: string[] = [];
  /** It takes nothing while this is set: it answers so. */
  refusing: number | undefined;
  readonly #server: Server;

  constructor() {
    this.#server = createServer((request, response) => void this.#meet(request, response));
  }

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #meet(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Access-Control-Allow-Headers', '*');
    if (request.method === 'OPTIONS') {
      response.writeHead(204).end();
      return;
    }
    const body = await bodyOf(request);
    if (this.refusing !== undefined) {
      response.writeHead(this.refusing).end();
      return;
    }
    this.bodies.push(body);
    if (request.url === '/v1/traces') this.spans.push(...spansIn(body));
    if (request.url === '/v1/metrics') for (const name of metricsIn(body)) this.metrics.add(name);
    response.setHeader('content-type', 'application/json');
    response.writeHead(200).end('{}');
  }
}
