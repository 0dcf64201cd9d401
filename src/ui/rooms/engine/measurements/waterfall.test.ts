import { SpanKind } from '@opentelemetry/api';
import { expect, it } from 'vitest';
import type { FinishedSpan } from '../../../../client/index.ts';
import { waterfalls } from './waterfall.ts';

const span = (
  name: string,
  [start, duration]: readonly [number, number],
  more: Partial<FinishedSpan> = {},
): FinishedSpan => ({
  ...{ traceId: 't', spanId: name, name, kind: SpanKind.INTERNAL, start, duration, failed: false },
  ...{ attributes: {}, place: 'worker', ...more },
});

/** As they end: the innermost first. */
const trace = [
  span('append', [1_030, 20], { parentId: 'handle' }),
  span('parse', [1_010, 5], { parentId: 'handle' }),
  span('handle', [1_010, 50], { parentId: 'command' }),
  span('react stock', [1_070, 10], { parentId: 'handle' }),
  span('project list', [1_065, 25], { parentId: 'handle', failed: true }),
  span('command', [1_000, 100], {
    place: 'page',
    attributes: { 'counterfoil.command.type': 'SubmitOrder' },
  }),
];

it('puts each step below what it is inside of, in the order in which they began, with where it stands', () => {
  const [one] = waterfalls(trace);
  expect(one).toMatchObject({ command: 'SubmitOrder', start: 1_000, took: 100, failed: true });
  expect(
    one?.steps.map(({ span: { name }, lane, depth, from, share }) => [name, lane, depth, from, share]),
  ).toEqual([
    ['command', 'page', 0, 0, 1],
    ['handle', 'worker', 1, 0.1, 0.5],
    ['parse', 'worker', 2, 0.1, 0.05],
    ['append', 'worker', 2, 0.3, 0.2],
    ['project list', 'lists', 2, 0.65, 0.25],
    ['react stock', 'processes', 2, 0.7, 0.1],
  ]);
});

it('keeps what came loose, tells traces apart, and draws no bar beyond the end or too short to be seen', () => {
  const all = waterfalls([
    ...trace.slice(0, 1),
    span('late', [2_000, 0], { traceId: 'u' }),
    span('end', [2_010, 0], { traceId: 'u' }),
  ]);
  expect(all.map(({ traceId, steps }) => [traceId, steps.length])).toEqual([
    ['u', 2],
    ['t', 1],
  ]);
  for (const { from, share } of all[0]?.steps ?? []) {
    expect(share).toBeGreaterThan(0);
    expect(from + share).toBeLessThanOrEqual(1);
  }
});
