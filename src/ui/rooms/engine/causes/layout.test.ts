import { describe, expect, it } from 'vitest';
import type { CausedCommand, Causes, Entry } from '../../../../client/index.ts';
import { layOut } from './layout.ts';

const entry = (position: number): Entry => ({
  ...{ position, id: `e${String(position)}`, stream: 'order-1', version: 1, type: 'OrderSubmitted' },
  ...{ schemaVersion: 1, known: true, actor: 'owner', recordedAt: '', occurredAt: '' },
  ...{ commandId: 'c', command: 'SubmitOrder', correlationId: 'c', causationId: 'c' },
});
const command = (commandId: string, cause: number | undefined, ...positions: number[]): CausedCommand => ({
  ...{ commandId, type: 'Any', actor: 'owner', at: '' },
  ...(cause !== undefined && { cause }),
  entries: positions.map(entry),
});

/** A writes 1 and 2; 1 causes B, which writes 3, and C, which is refused. */
const causes: Causes = {
  correlationId: 'A',
  more: false,
  commands: [command('A', undefined, 1, 2), command('B', 1, 3), command('C', 1)],
};
const measures = { box: { width: 100, height: 40 }, layer: 150, row: 50 };
const places = (narrow: boolean) =>
  Object.fromEntries(layOut(causes, measures, narrow).nodes.map(({ key, x, y }) => [key, [x, y]]));

describe('a drawing of what caused what', () => {
  it('has a layer for each step, and each step beside the first of what it caused', () => {
    expect(places(false)).toEqual({
      ...{ A: [0, 0], e1: [150, 0], B: [300, 0], e3: [450, 0] },
      ...{ C: [300, 50], e2: [150, 100] },
    });
  });

  it('is set in below one another where it is narrow', () => {
    expect(places(true)).toEqual({
      ...{ A: [0, 0], e1: [150, 50], B: [300, 100], e3: [450, 150] },
      ...{ C: [300, 200], e2: [150, 250] },
    });
  });

  it('is as large as what stands in it, and has a line to each but the first', () => {
    const { width, height, edges } = layOut(causes, measures, false);
    expect({ width, height, edges: edges.length }).toEqual({ width: 550, height: 140, edges: 5 });
  });
});
