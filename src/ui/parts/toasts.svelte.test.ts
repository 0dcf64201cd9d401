import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { toasts } from './toasts.svelte.ts';

const LONG_MS = 60_000;
const texts = (): readonly string[] => toasts.list.map(({ text }) => text);

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  for (const { id } of toasts.list) toasts.dismiss(id);
  vi.useRealTimers();
});

it('leave by themselves, but for what went wrong', () => {
  toasts.show('Saved');
  toasts.show('Not saved', { tone: 'wrong' });
  vi.advanceTimersByTime(LONG_MS);
  expect(texts()).toEqual(['Not saved']);
});

it('stay as long as somebody is at them, and go when they go', () => {
  toasts.show('Saved');
  toasts.hold(true);
  vi.advanceTimersByTime(LONG_MS);
  expect(texts()).toEqual(['Saved']);
  toasts.hold(false);
  expect(texts()).toEqual([]);
});

it('are not held by somebody whose message is gone', () => {
  toasts.show('First');
  toasts.hold(true);
  toasts.dismiss(toasts.list[0]?.id ?? 0);
  toasts.show('Second');
  vi.advanceTimersByTime(LONG_MS);
  expect(texts()).toEqual([]);
});
