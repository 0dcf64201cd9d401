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
  readonly #leave: () => void;
  #outcome: Outcome<Answer> | undefined;

  constructor(source: Observable<Answer>, first: Follower<Answer>) {
    this.#followers.add(first);
    this.#leave = source.subscribe(
      (answer) => {
        this.#tell({ answer });
      },
      (error) => {
        this.#tell({ error });
      },
    );
  }

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
    const source = ask(() => this.#mayRead(question));
    return {
      subscribe: (next, error) => {
        const follower = { next, error };
        this.#follow(question, source, follower);
        return () => {
          this.#leave(question, follower);
        };
      },
    };
  }

  #follow<Answer>(question: string, source: Observable<Answer>, follower: Follower<Answer>): void {
    // One question has answers of one kind.
    const kept = this.#kept.get(question) as KeptAnswer<Answer> | undefined;
    if (kept) kept.add(follower);
    else this.#kept.set(question, new KeptAnswer(source, follower) as KeptAnswer<unknown>);
  }

  #leave<Answer>(question: string, follower: Follower<Answer>): void {
    const kept = this.#kept.get(question) as KeptAnswer<Answer> | undefined;
    kept?.delete(follower);
    if (!kept || kept.isFollowed) return;
    this.#kept.delete(question);
    if (kept.isAnswered) this.#kept.set(question, kept as KeptAnswer<unknown>);
    else kept.close();
    this.#trim();
  }

  #mayRead(question: string): boolean {
    const kept = this.#kept.get(question);
    if (!kept || kept.isFollowed) return true;
    this.#kept.delete(question);
    // It is in the midst of asking.
    queueMicrotask(() => {
      kept.close();
    });
    return false;
  }

  #trim(): void {
    const unfollowed = [...this.#kept].filter(([, kept]) => !kept.isFollowed);
    for (const [question, kept] of unfollowed.slice(0, -MOST)) {
      this.#kept.delete(question);
      kept.close();
    }
  }
}
