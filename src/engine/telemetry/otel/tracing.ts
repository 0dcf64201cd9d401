import {
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace as traces,
  TraceFlags,
  type Attributes,
  type Context,
  type Tracer,
} from '@opentelemetry/api';
import type { Actor, EventEnvelope, Receipt } from '../../../kernel/index.ts';
import type { Dispatched } from '../../ports.ts';
import { fineNow } from '../../reading/tracing.ts';
import { placeOf, type Place } from '../../reading/tracing.ts';
import type { Stage, Taker, Telemetry, Trace } from '../port.ts';
import type { Contexts } from './contexts.ts';
import type { Instruments } from './instruments.ts';

export interface TracingPorts {
  readonly tracer: Tracer;
  readonly instruments: Instruments;
  readonly contexts: Contexts;
  /** Names that the trade knows: nothing else that somebody sends as one becomes an attribute. */
  readonly commandTypes: ReadonlySet<string>;
  /** A command was committed here: whoever projects its events elsewhere wants to know where its trace is. */
  readonly share: (commandId: string, place: Place) => void;
}

/** Ids of imported things can be names that people gave them: those stay here. */
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const below = (place: Place | undefined): Context =>
  place
    ? traces.setSpanContext(ROOT_CONTEXT, { ...place, traceFlags: TraceFlags.SAMPLED, isRemote: true })
    : ROOT_CONTEXT;

const outcomeOf = (receipt: Receipt): Attributes => {
  const outcome = receipt.status === 'duplicate' ? receipt.original : receipt;
  return {
    'counterfoil.outcome': receipt.status,
    ...(outcome.status === 'rejected' && { 'counterfoil.refusal': outcome.rejection.code }),
    ...(outcome.status === 'committed' && {
      'counterfoil.position': outcome.position,
      'counterfoil.streams': Object.keys(outcome.streams).length,
    }),
  };
};

/**
 * Makes spans and figures of what the engine tells. A command is traced when it comes with a trace from the page, or
 * when an event caused it; a job's thousands are only counted.
 */
export class Tracing implements Telemetry {
  readonly #ports: TracingPorts;

  constructor(ports: TracingPorts) {
    this.#ports = ports;
  }

  command(dispatched: Dispatched, actor: Actor): Trace {
    const { tracer, instruments, contexts, commandTypes, share } = this.#ports;
    const { commandId, causationId, traceparent } = dispatched;
    const type = commandTypes.has(dispatched.type) ? dispatched.type : 'unknown';
    const cause = causationId === undefined ? undefined : contexts.causeOf(actor.id, causationId);
    const parent = placeOf(traceparent) ?? cause;
    const isTraced = parent !== undefined || causationId !== undefined;
    const attributes: Attributes = {
      'counterfoil.command.type': type,
      ...(UUID.test(commandId) && { 'counterfoil.command.id': commandId }),
      ...(actor.id.startsWith('process:') && { 'counterfoil.process': actor.id.slice('process:'.length) }),
    };
    const options = { kind: SpanKind.SERVER, startTime: fineNow(), attributes };
    const span = isTraced ? tracer.startSpan(`handle ${type}`, options, below(parent)) : undefined;
    const place = span?.spanContext();
    if (place) contexts.remember(commandId, place);
    return {
      begin: (stage) => this.#begin(stage, place),
      end: (receipt) => {
        instruments.ended(type, receipt);
        if (!span || !place) return;
        span.setAttributes(outcomeOf(receipt));
        if (receipt.status === 'in-doubt') span.setStatus({ code: SpanStatusCode.ERROR });
        span.end(fineNow());
        if (receipt.status === 'committed') share(commandId, place);
      },
    };
  }

  taking(taker: Taker, events: readonly EventEnvelope[]): (error?: Error) => void {
    const { tracer, instruments, contexts } = this.#ports;
    const { kind, name } = taker;
    const startTime = fineNow();
    const counts = new Map<string, number>();
    for (const { meta } of events) counts.set(meta.commandId, (counts.get(meta.commandId) ?? 0) + 1);
    const ends = [...counts].flatMap(([commandId, count]) => {
      const cause = contexts.of(commandId);
      if (!cause) return [];
      const attributes = {
        [kind === 'project' ? 'counterfoil.view' : 'counterfoil.process']: name,
        'counterfoil.events': count,
        'counterfoil.batch': events.length,
      };
      const span = tracer.startSpan(`${kind} ${name}`, { startTime, attributes }, below(cause));
      const reacted =
        kind === 'react' ? contexts.reacting(name, commandId, span.spanContext()) : () => undefined;
      return [
        (now: number, error?: Error) => {
          // What it says may name a person: its kind is enough.
          if (error) span.setStatus({ code: SpanStatusCode.ERROR, message: error.name });
          span.end(now);
          reacted();
        },
      ];
    });
    return (error) => {
      const now = fineNow();
      instruments.took(taker, now - startTime);
      for (const end of ends) end(now, error);
    };
  }

  #begin(stage: Stage, place: Place | undefined): () => void {
    const { tracer, instruments } = this.#ports;
    const startTime = fineNow();
    let isOver = false;
    return () => {
      if (isOver) return;
      isOver = true;
      const now = fineNow();
      instruments.passed(stage, now - startTime);
      if (place) tracer.startSpan(stage, { startTime }, below(place)).end(now);
    };
  }
}
