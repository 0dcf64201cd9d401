import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { EngineApi, Opened } from '../engine/host/api.ts';
import type { Outcome, Receipt } from '../kernel/index.ts';
import { NoAnswerError } from './deadline.ts';
import { dispatchToTruth } from './resolve.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const command = { commandId: 'c', type: 'Any', payload: {} };
const doubt = (reason: string): Receipt => ({ status: 'in-doubt', commandId: 'c', reason });
const written: Outcome = { status: 'committed', commandId: 'c', position: 7, streams: {} };
const open: Opened = { status: 'open', installId: 'i', head: { position: 6, hash: '' }, fresh: false };
const locked: Opened = { status: 'locked', fault: 'newer-version', message: '' };

/** A line to an engine that answers so: each time the next of these, the last one for ever. */
const lineTo = (answers: {
  readonly dispatch: readonly Receipt[];
  readonly opened: readonly Opened[];
  readonly lookUp: readonly (Outcome | undefined)[];
}) => {
  const next = <Answer>(list: readonly Answer[]) => {
    let n = 0;
    return vi.fn(() => Promise.resolve(list[Math.min(n++, list.length - 1)] as Answer));
  };
  const engine = { dispatch: next(answers.dispatch), lookUp: next(answers.lookUp) };
  const call = <Answer>(ask: (engine: EngineApi) => Promise<Answer>) => ask(engine as unknown as EngineApi);
  return { engine, link: { call, opened: next(answers.opened), revive: () => Promise.resolve() } };
};

it('ends the doubt as soon as the engine is locked: what is not in the log was not written', async () => {
  const { engine, link } = lineTo({
    dispatch: [doubt('connection-lost')],
    opened: [open, locked],
    lookUp: [undefined],
  });
  engine.lookUp.mockImplementationOnce(() => Promise.reject(new NoAnswerError('the connection is closed')));
  const asked = dispatchToTruth(link, command, 'strict', () => undefined);
  await vi.advanceTimersByTimeAsync(300);
  expect(await asked).toEqual(doubt('newer-version'));
  expect(engine.dispatch).toHaveBeenCalledOnce();
});

it('gives the receipt of what was written before the engine was locked', async () => {
  const checking = vi.fn();
  const { engine, link } = lineTo({
    dispatch: [doubt('connection-lost')],
    opened: [locked],
    lookUp: [written],
  });
  const asked = dispatchToTruth(link, command, 'strict', checking);
  await vi.advanceTimersByTimeAsync(0);
  expect(await asked).toEqual(written);
  expect(checking).toHaveBeenCalledOnce();
  expect(engine.dispatch).toHaveBeenCalledOnce();
});

it('looks again when looking behind a newer version fails: what was written is not left in doubt', async () => {
  const { engine, link } = lineTo({
    dispatch: [doubt('no-answer')],
    opened: [locked],
    lookUp: [written],
  });
  engine.lookUp.mockImplementationOnce(() => Promise.reject(new NoAnswerError('no answer within 5000 ms')));
  const asked = dispatchToTruth(link, command, 'strict', () => undefined);
  await vi.advanceTimersByTimeAsync(300);
  expect(await asked).toEqual(written);
  expect(engine.dispatch).toHaveBeenCalledOnce();
});

it('looks also behind an engine that is found locked when asked again', async () => {
  const { link } = lineTo({
    dispatch: [doubt('no-answer'), doubt('newer-version')],
    opened: [open, locked],
    lookUp: [undefined, written],
  });
  const asked = dispatchToTruth(link, command, 'strict', () => undefined);
  await vi.advanceTimersByTimeAsync(300);
  expect(await asked).toEqual(written);
});

it('asks a book that is gone for nothing', async () => {
  const { engine, link } = lineTo({
    dispatch: [doubt('book-missing')],
    opened: [{ ...locked, fault: 'book-missing' }],
    lookUp: [undefined],
  });
  engine.lookUp.mockImplementation(() => Promise.reject(new NoAnswerError('gone')));
  const asked = dispatchToTruth(link, command, 'strict', () => undefined);
  await vi.advanceTimersByTimeAsync(0);
  expect(await asked).toEqual(doubt('book-missing'));
});

it('sends the same command again only to an engine that writes', async () => {
  const { engine, link } = lineTo({
    dispatch: [doubt('no-answer'), written],
    opened: [open],
    lookUp: [undefined],
  });
  const asked = dispatchToTruth(link, command, 'strict', () => undefined);
  await vi.advanceTimersByTimeAsync(0);
  expect(await asked).toEqual(written);
  expect(engine.dispatch).toHaveBeenCalledTimes(2);
});
