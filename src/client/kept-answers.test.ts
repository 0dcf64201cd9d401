import { describe, expect, it } from 'vitest';
import { KeptAnswers } from './kept-answers.ts';

/** Rows of which live answers are read, and how often they were. */
class Rows {
  reads = 0;
  #value: string;
  readonly #following = new Set<() => void>();

  constructor(value: string) {
    this.#value = value;
  }

  get followed(): number {
    return this.#following.size;
  }

  become(value: string): void {
    this.#value = value;
    for (const read of this.#following) read();
  }

  readonly ask = (mayRead: () => boolean) => ({
    subscribe: (next: (answer: string) => void) => {
      const read = (): void => {
        if (!this.#following.has(read) || !mayRead()) return;
        this.reads += 1;
        next(this.#value);
      };
      this.#following.add(read);
      queueMicrotask(read);
      return () => {
        this.#following.delete(read);
      };
    },
  });
}

const done = () => new Promise((resolve) => setTimeout(resolve));

const follow = (kept: KeptAnswers, rows: Rows, question = 'all') => {
  const told: string[] = [];
  const leave = kept.of(question, rows.ask).subscribe((answer) => told.push(answer));
  return { told, leave };
};

describe('kept answers', () => {
  it('read once for all who ask the same, and tell all of them of a change', async () => {
    const rows = new Rows('a');
    const kept = new KeptAnswers();
    const [one, two] = [follow(kept, rows), follow(kept, rows)];
    await done();
    rows.become('b');
    expect([one.told, two.told, rows.reads]).toEqual([['a', 'b'], ['a', 'b'], 2]);
  });

  it('are there at once for whoever comes back, and stay live', async () => {
    const rows = new Rows('a');
    const kept = new KeptAnswers();
    const one = follow(kept, rows);
    await done();
    one.leave();
    const again = follow(kept, rows);
    expect(again.told).toEqual(['a']);
    rows.become('b');
    expect([again.told, one.told]).toEqual([['a', 'b'], ['a']]);
  });

  it('are forgotten, and nothing is read, when they change while nobody follows', async () => {
    const rows = new Rows('a');
    const kept = new KeptAnswers();
    const one = follow(kept, rows);
    await done();
    one.leave();
    rows.become('b');
    const again = follow(kept, rows);
    expect(again.told).toEqual([]);
    await done();
    expect([again.told, rows.reads, rows.followed]).toEqual([['b'], 2, 1]);
  });

  it('are not kept before there is one', async () => {
    const rows = new Rows('a');
    follow(new KeptAnswers(), rows).leave();
    await done();
    expect([rows.reads, rows.followed]).toEqual([0, 0]);
  });

  it('are kept of the questions that were left last', async () => {
    const rows = new Rows('a');
    const kept = new KeptAnswers();
    for (let n = 0; n < 100; n += 1) {
      const one = follow(kept, rows, `question ${n}`);
      await done();
      one.leave();
    }
    expect(rows.followed).toBe(32);
    expect(follow(kept, rows, 'question 99').told).toEqual(['a']);
    expect(follow(kept, rows, 'question 0').told).toEqual([]);
  });

  it('are gone once they are forgotten: those that nobody follows at once, the others with their followers', async () => {
    const rows = new Rows('a');
    const kept = new KeptAnswers();
    const [left, followed] = [follow(kept, rows, 'left'), follow(kept, rows, 'followed')];
    await done();
    left.leave();
    kept.forget();
    expect(rows.followed).toBe(1);
    followed.leave();
    expect(rows.followed).toBe(0);
    const again = [follow(kept, rows, 'left'), follow(kept, rows, 'followed')];
    expect(again.map(({ told }) => told)).toEqual([[], []]);
    await done();
    expect(again.map(({ told }) => told)).toEqual([['a'], ['a']]);
  });

  it('that are followed while they are forgotten stay live, and apart from those who ask after it', async () => {
    const rows = new Rows('a');
    const kept = new KeptAnswers();
    const before = follow(kept, rows);
    await done();
    kept.forget();
    const after = follow(kept, rows);
    expect(after.told).toEqual([]);
    await done();
    before.leave();
    rows.become('b');
    expect([before.told, after.told, rows.followed]).toEqual([['a'], ['a', 'b'], 1]);
  });
});
