import { describe, expect, it, vi } from 'vitest';
import type { Receipt } from '../../src/kernel/index.ts';
import { JarsByMarbles } from '../toy/marbles.ts';
import { eventually } from './eventually.ts';
import { marbleTabs, positionOf, total } from './marble-tabs.ts';
import { terminating } from './terminating.ts';

const { now, spawn, tab } = marbleTabs();

describe('a worker that fails', () => {
  terminating(
    'is replaced when it is terminated with commands under way, and each is booked exactly once',
    async () => {
      const client = tab();
      await client.dispatch('AddMarbles', { jar: 'red', count: 1 });
      const receipts: Promise<Receipt>[] = [];
      for (let n = 0; n < 20; n += 1) receipts.push(client.dispatch('AddMarbles', { jar: 'red', count: 1 }));
      now.workers[0]?.terminate();
      const settled = await Promise.all(receipts);
      expect(settled.map(({ status }) => status)).toEqual(settled.map(() => 'committed'));
      expect(client.connection.checking).toBe(0);
      expect(await total(client, Math.max(...settled.map(positionOf)))).toBe(21);
    },
  );

  terminating('is asked again for what was asked of it: it may have taken a job on, or not', async () => {
    const client = tab();
    await client.opened();
    const asked = client.startJob('FillManyJars', { jars: 5, perChunk: 5 }, { commandId: 'job-1' });
    now.workers[0]?.terminate();
    expect(await asked).toEqual({ status: 'accepted', commandId: 'job-1', jobId: 'job-1' });
    await eventually(async () => {
      expect(await client.job('job-1')).toMatchObject({ status: 'finished', report: { filled: 5 } });
    });
  });

  terminating('is asked again for what somebody waits to see of the past', async () => {
    const client = tab();
    const position = positionOf(await client.dispatch('AddMarbles', { jar: 'red', count: 3 }));
    const asked = client.query(JarsByMarbles, {}, { asOf: { position } });
    now.workers[0]?.terminate();
    expect((await asked).answer.total).toBe(3);
  });

  it('is tried again when its file is not there at first', async () => {
    let first = true;
    // No address of the test server: it would answer with the page, and begin to bundle all of it.
    const nowhere = URL.createObjectURL(new Blob());
    URL.revokeObjectURL(nowhere);
    const client = tab(() => {
      const missing = first && new Worker(nowhere, { type: 'module' });
      first = false;
      return missing || spawn();
    });
    const checking = vi.fn();
    const receipt = await client.dispatch('AddMarbles', { jar: 'red', count: 1 }, { onChecking: checking });
    expect(receipt.status).toBe('committed');
    expect(checking).toHaveBeenCalledOnce();
  });

  it('is followed by another, with nobody asking for it, when it cannot say how it found the book', async () => {
    const error = { name: 'InvalidStateError', message: 'closing', stack: '' };
    const thrown = { type: 'HANDLER', name: 'throw', value: { isError: true, value: error } };
    const script = `onmessage = ({ data }) => postMessage({ ...${JSON.stringify(thrown)}, id: data.id })`;
    const failing = [new Worker(URL.createObjectURL(new Blob([script])))];
    tab(() => failing.pop() ?? spawn());
    await eventually(() => {
      expect(now.workers).toHaveLength(1);
    });
  });
});
