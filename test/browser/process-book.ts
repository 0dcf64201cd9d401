import Dexie from 'dexie';
import { expect, onTestFinished } from 'vitest';
import type { Process, Receipt } from '../../src/kernel/index.ts';
import type { DerivedCommand, Dispatch } from '../../src/engine/feed.ts';
import { createProcessRunner, type ProcessRunner } from '../../src/engine/processes/index.ts';
import { AddMarbles, MarblesAdded, mender } from '../toy/marbles.ts';
import { ArrayFeed } from './array-feed.ts';
import { clock, databases } from './read-models.ts';
import { eventually } from './eventually.ts';

const asCommitted = (receipt: Receipt): Receipt =>
  receipt.status === 'committed'
    ? { status: 'duplicate', commandId: receipt.commandId, original: receipt }
    : receipt;

/** Decides AddMarbles as the pipeline would: each command id once. */
class Desk {
  readonly #feed: ArrayFeed;
  /** How many it adds at once. */
  most = 9;
  readonly known = new Map<string, Receipt>();
  readonly sent: DerivedCommand[] = [];
  /** What goes wrong with the next calls: before or after the command was written, or without an answer. */
  readonly faults: ('before' | 'after' | 'in-doubt')[] = [];

  constructor(feed: ArrayFeed) {
    this.#feed = feed;
  }

  readonly dispatch: Dispatch = (commands) => {
    const fault = this.faults.shift();
    this.sent.push(...commands);
    if (fault === 'before') return Promise.reject(new Error('the tab died before'));
    const receipts = commands.map((command) => this.#decide(command));
    if (fault === 'after') return Promise.reject(new Error('the tab died after'));
    if (fault === 'in-doubt')
      return Promise.resolve(
        commands.map(({ commandId }) => ({ status: 'in-doubt', commandId, reason: 'no answer' })),
      );
    return Promise.resolve(receipts);
  };

  #decide({ commandId, payload, correlationId = '', causationId = '' }: DerivedCommand): Receipt {
    const before = this.known.get(commandId);
    if (before) return asCommitted(before);
    const { jar, count } = AddMarbles.payload.parse(payload);
    const receipt: Receipt =
      count > this.most
        ? { status: 'rejected', commandId, rejection: { code: 'too-many', message: 'Too many.', values: {} } }
        : {
            status: 'committed',
            commandId,
            position: this.#feed.append([MarblesAdded({ jar, count })], {
              commandId,
              correlationId,
              causationId,
            }),
            streams: {},
          };
    this.known.set(commandId, receipt);
    return receipt;
  }
}

/** A book of marbles whose processes run beside it; taken down with the test. */
export const openBook = (time = clock) => {
  const book = `test-${crypto.randomUUID()}`;
  const feed = new ArrayFeed(book);
  const desk = new Desk(feed);
  const runners: ProcessRunner[] = [];
  onTestFinished(async () => {
    await Promise.all(runners.map((runner) => runner.stop()));
    await Promise.all((await databases(book)).map((name) => Dexie.delete(name)));
  });
  const run = (process: Process = mender, of = feed): ProcessRunner => {
    const runner = createProcessRunner({
      book,
      processes: [process],
      feed: of,
      dispatch: desk.dispatch,
      clock: time,
    });
    runners.push(runner);
    runner.start();
    return runner;
  };
  const added = () => feed.events.filter(({ type }) => type === 'MarblesAdded');
  return { book, feed, desk, run, added };
};

/** It has seen everything and has nothing left to send. */
export const atRest = (runner: ProcessRunner) =>
  eventually(() => expect(runner.status()).toMatchObject([{ state: 'live', lagEvents: 0, outbox: 0 }]));
