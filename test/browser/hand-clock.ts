import type { Clock } from '../../src/engine/ports.ts';

const START = Date.parse('2026-11-20T10:00:00.000Z');

/** Shows what time it is told. */
export class HandClock implements Clock {
  #at = START;
  now = () => new Date(this.#at).toISOString();
  elapsed = () => performance.now();
  forward(milliseconds: number): string {
    this.#at += milliseconds;
    return this.now();
  }
}
