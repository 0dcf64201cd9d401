import { describe, expect, it } from 'vitest';
import { on, send } from '../../src/kernel/index.ts';
import { AddMarbles, jars, MarblesAdded, MarblesTaken, mender, MoveMarbles, TopUp } from '../toy/marbles.ts';
import { given } from './decision.ts';
import { reacting } from './reaction.ts';

const three = on(jars, 'a', MarblesAdded({ jar: 'a', count: 3 }));
const move = { from: 'a', to: 'b', count: 2 };

describe('a spec of a command holds', () => {
  it('for its events, in their streams and order', () =>
    given(three)
      .when(MoveMarbles, move)
      .then(
        on(jars, 'a', MarblesTaken({ jar: 'a', count: 2 })),
        on(jars, 'b', MarblesAdded({ jar: 'b', count: 2 })),
      ));
  it('for nothing to do', () => given(three).when(TopUp, { jar: 'a', to: 3 }).thenNothing());
  it('for a refusal and its values', () =>
    given(three)
      .when(MoveMarbles, { ...move, count: 4 })
      .thenRejected('too-few-marbles', { has: 3 }));
  it('for the command given again', () =>
    given(three).when(MoveMarbles, move).again().thenRejected('too-few-marbles'));
  it('for a malformed payload', () => given().when(TopUp, { jar: 'a', to: 0.5 }).thenMalformed('to'));
});

describe('a spec of a command fails', () => {
  const moving = () => given(three).when(MoveMarbles, move);
  const taken = MarblesTaken({ jar: 'a', count: 2 });
  const added = MarblesAdded({ jar: 'b', count: 2 });

  it.each([
    ['other events', () => moving().then(taken, { ...added, data: { jar: 'b', count: 3 } })],
    ['another order', () => moving().then(added, taken)],
    ['another stream', () => moving().then(on(jars, 'b', taken), on(jars, 'a', added))],
    ['too few events', () => moving().then(taken)],
    ['events where it was refused', () => given().when(MoveMarbles, move).then(taken, added)],
    ['nothing where there was something', () => moving().thenNothing()],
    ['a refusal where there was none', () => moving().thenRejected('too-few-marbles')],
    ['another refusal', () => given().when(MoveMarbles, move).thenRejected('no-such-jar')],
    ['other values', () => given().when(MoveMarbles, move).thenRejected('too-few-marbles', { has: 1 })],
    ['a sound payload called malformed', () => moving().thenMalformed('count')],
    ['a malformed payload called a refusal', () => given().when(TopUp, {}).thenRejected('too-few-marbles')],
  ])('for %s', async (_, spec) => {
    await expect(spec()).rejects.toThrow();
  });

  it('for events that hold what their schema does not declare', async () => {
    const blurted = MarblesAdded({ jar: 'a', count: 1, colour: 'red' } as { jar: string; count: number });
    const blurting = {
      ...AddMarbles,
      decide: () => ({ ok: true as const, value: [on(jars, 'a', blurted)] }),
    };
    await expect(given().when(blurting, { jar: 'a', count: 1 }).then(blurted)).rejects.toThrow();
  });

  it('for a decision that changes what it was handed', async () => {
    const meddling = {
      ...TopUp,
      decide: (_: unknown, world: unknown) => {
        (world as { state: { marbles: number } }).state.marbles = 9;
        return { ok: true as const, value: [] };
      },
    };
    await expect(given(three).when(meddling, { jar: 'a', to: 3 }).thenNothing()).rejects.toThrow();
  });
});

describe('a spec of a process', () => {
  const leak = on(jars, 'leaky', MarblesTaken({ jar: 'leaky', count: 2 }));
  const mend = send(AddMarbles, { jar: 'leaky', count: 1 });

  it('holds for what it sends because of the last event, not of those before', () => {
    reacting(mender).given(leak, leak).when(leak).thenSends(mend);
    reacting(mender).when(three).thenSendsNothing();
  });

  it('fails for anything else', () => {
    expect(() => reacting(mender).when(leak).thenSendsNothing()).toThrow();
    expect(() => reacting(mender).when(leak).thenSends(mend, mend)).toThrow();
    expect(() => reacting(mender).when(three).thenSends(mend)).toThrow();
  });
});
