import type { Observable } from '../engine/reading/index.ts';

/** So many answers are kept that nobody follows: those of the rooms that people go between. */
const MOST = 32;

interface Follower<Answer> {
  readonly next: (answer: Answer) => void;
  readonly error: ((error: Error) => void) | undefined;
}

type Outcome<Answer> = { readonly answer: Answer } | { readonly error: Error };

const tell = <Answer>({ next, error }: Follower<Answer>, outcome: Outcome<Answer>): void => {
  if ('answer' in outcome) next(outcome.answer);
  else error?.(outcome.error);
};

/** One reading for all who follow the same question: whoever comes later has the answer at once. */
class KeptAnswer<Answer> {
  readonly #followers = new Set<Follower<Answer>>();
  #leave: () => void = () => undefined;
  #outcome: Outcome<Answer> | undefined;

  get isFollowed(): boolean {
    return this.#followers.size > 0;
  }

  get isAnswered(): boolean {
    return this.#outcome !== undefined && 'answer' in this.#outcome;
  }

  add(follower: Follower<Answer>): void {
    this.#followers.add(follower);
    if (this.#outcome) tell(follower, this.#outcome);
  }

  delete(follower: Follower<Answer>): void {
    this.#followers.delete(follower);
  }

  read(source: Observable<Answer>): void {
    this.#leave = source.subscribe(
      (answer) => {
        this.#tell({ answer });
      },
      (error) => {
        this.#tell({ error });
      },
    );
  }

  close(): void {
    this.#leave();
  }

  #tell(outcome: Outcome<Answer>): void {
    this.#outcome = outcome;
    for (const follower of [...this.#followers]) if (this.#followers.has(follower)) tell(follower, outcome);
  }
}

/**
 * Live answers by question. One that nobody follows any more is kept as long as it is true: a room that somebody comes
 * back to then stands at once. Nothing is read for nobody: what has changed meanwhile is forgotten.
 */
export class KeptAnswers {
  /** Those that were left last come last. */
  readonly #kept = new Map<string, KeptAnswer<unknown>>();

  /** `ask` gives the live answer, which asks before each reading whether it may, and is silent from then on if not. */
  of<Answer>(question: string, ask: (mayRead: () => boolean) => Observable<Answer>): Observable<Answer> {
    let begun: KeptAnswer<Answer> | undefined;
    const source = ask(() => !begun || this.#mayRead(question, begun));
    return {
      subscribe: (next, error) => {
        const follower = { next, error };
        // One question has answers of one kind.
        const there = this.#kept.get(question) as KeptAnswer<Answer> | undefined;
        const kept = there ?? (begun = new KeptAnswer<Answer>());
        kept.add(follower);
        if (!there) {
          this.#kept.set(question, kept as KeptAnswer<unknown>);
          kept.read(source);
        }
        return () => {
          this.#leave(question, kept, follower);
        };
      },
    };
  }

  /** Keeps nothing of what was answered until now: who asks next is another. Answers still followed end with their followers. */
  readonly forget = (): void => {
    for (const kept of this.#kept.values()) if (!kept.isFollowed) kept.close();
    this.#kept.clear();
  };

  #leave<Answer>(question: string, kept: KeptAnswer<Answer>, follower: Follower<Answer>): void {
    kept.delete(follower);
    if (kept.isFollowed) return;
    const isKept = this.#drop(question, kept);
    if (isKept && kept.isAnswered) this.#kept.set(question, kept as KeptAnswer<unknown>);
    else kept.close();
    this.#trim();
  }

  #mayRead<Answer>(question: string, kept: KeptAnswer<Answer>): boolean {
    if (kept.isFollowed) return true;
    this.#drop(question, kept);
    // It is in the midst of asking.
    queueMicrotask(() => {
      kept.close();
    });
    return false;
  }

  /** Whether it was there: what was forgotten is not, or another is in its place. */
  #drop<Answer>(question: string, kept: KeptAnswer<Answer>): boolean {
    return this.#kept.get(question) === kept && this.#kept.delete(question);
  }

  #trim(): void {
    const unfollowed = [...this.#kept].filter(([, kept]) => !kept.isFollowed);
    for (const [question, kept] of unfollowed.slice(0, -MOST)) {
      this.#kept.delete(question);
      kept.close();
    }
  }
}
