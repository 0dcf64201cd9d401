import { describe, expect, it } from 'vitest';
import { BatchSize } from './batch-size.ts';

const after = (...passes: readonly (number | 'failed')[]): number => {
  const size = new BatchSize();
  for (const pass of passes) {
    if (pass === 'failed') size.failed();
    else size.took(size.now, pass);
  }
  return size.now;
};

describe('the size of a batch', () => {
  it('grows while batches are quick, up to a limit', () => {
    expect(after(10)).toBe(1_000);
    expect(after(10, 10, 10, 10, 10)).toBe(4_000);
  });

  it('shrinks when batches are slow, but not to where a transaction costs more than its events', () => {
    expect(after(10, 500)).toBe(500);
    expect(after(...Array.from({ length: 20 }, () => 2_000))).toBe(250);
  });

  it('comes down to a single event by failing, and back up however busy the machine is', () => {
    expect(after('failed', 'failed', 'failed')).toBe(1);
    expect(after('failed', 'failed', 'failed', ...Array.from({ length: 8 }, () => 2_000))).toBe(256);
  });
});
