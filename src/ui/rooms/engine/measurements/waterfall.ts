import type { FinishedSpan } from '../../../../client/index.ts';

/** Where a step happened: in the page, in the engine's pipeline, in a list, in the work that follows. */
export type Lane = 'page' | 'worker' | 'lists' | 'processes';

/** One step, with where its bar stands: shares (0 … 1) of the whole trace. */
export interface Step {
  readonly span: FinishedSpan;
  readonly lane: Lane;
  /** How many steps it is inside of. */
  readonly depth: number;
  readonly from: number;
  readonly share: number;
  /** Milliseconds since the trace began. */
  readonly after: number;
}

export interface Waterfall {
  readonly traceId: string;
  /** Type of the command that it began with; the name of its first step where that is none. */
  readonly command: string;
  /** Milliseconds since 1970, and milliseconds. */
  readonly start: number;
  readonly took: number;
  readonly failed: boolean;
  /** A step stands after the one that it is inside of, in the order in which they began. */
  readonly steps: readonly Step[];
}

/** A bar is never so short that nobody sees it. */
const SHORTEST = 0.002;

const laneOf = ({ place, name }: FinishedSpan): Lane => {
  if (place === 'page') return 'page';
  if (name.startsWith('project ')) return 'lists';
  return name.startsWith('react ') ? 'processes' : 'worker';
};

const groupedBy = (
  spans: readonly FinishedSpan[],
  keyOf: (span: FinishedSpan) => string,
): ReadonlyMap<string, readonly FinishedSpan[]> => {
  const groups = new Map<string, FinishedSpan[]>();
  for (const span of spans) {
    const group = groups.get(keyOf(span));
    if (group) group.push(span);
    else groups.set(keyOf(span), [span]);
  }
  return groups;
};

const byStart = (one: FinishedSpan, other: FinishedSpan): number => one.start - other.start;

/** Lays the steps of one trace out. What they are inside of may be lost or still under way: then they begin a branch. */
const layOut = (traceId: string, spans: readonly FinishedSpan[]): Waterfall | undefined => {
  const ids = new Set(spans.map(({ spanId }) => spanId));
  const inside = groupedBy(spans, ({ parentId }) =>
    parentId !== undefined && ids.has(parentId) ? parentId : '',
  );
  const start = Math.min(...spans.map((span) => span.start));
  const took = Math.max(...spans.map((span) => span.start + span.duration)) - start;
  const stepsOf = (id: string, depth: number): Step[] =>
    [...(inside.get(id) ?? [])].sort(byStart).flatMap((span) => {
      const after = span.start - start;
      const share = Math.max(SHORTEST, took === 0 ? 1 : span.duration / took);
      const from = Math.min(1 - share, took === 0 ? 0 : after / took);
      return [{ span, lane: laneOf(span), depth, from, share, after }, ...stepsOf(span.spanId, depth + 1)];
    });
  const steps = stepsOf('', 0);
  const [first] = steps;
  if (!first) return undefined;
  const type = first.span.attributes['counterfoil.command.type'];
  return {
    ...{ traceId, start, took, steps },
    command: typeof type === 'string' ? type : first.span.name,
    failed: steps.some(({ span }) => span.failed),
  };
};

/** Every trace among these spans, the newest first. */
export const waterfalls = (spans: readonly FinishedSpan[]): readonly Waterfall[] =>
  [...groupedBy(spans, ({ traceId }) => traceId)]
    .flatMap(([traceId, of]) => layOut(traceId, of) ?? [])
    .sort((one, other) => other.start - one.start);
