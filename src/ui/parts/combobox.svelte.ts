import type { TypedAhead } from './typed-ahead.ts';

/** One row of a picker. `detail` is the second line or the end column: SKU and price, town and phone. */
export interface PickerOption {
  id: string;
  label: string;
  detail?: string | undefined;
  /** A number or mark at the end: stock, price. Already formatted. */
  end?: string | undefined;
  disabled?: boolean;
}

export interface PickerRules<Option extends PickerOption> {
  /** What fits the text; asked again at each change of it. Rejects only on a defect. */
  search: (text: string) => Promise<readonly Option[]>;
  /** What is typed behind Enter goes to where the cursor is once it is done. */
  pick: (option: Option) => void | Promise<void>;
  /** Offered as the last row when nothing has exactly this name. Left out: nothing can be created here. */
  create?: ((text: string) => void) | undefined;
  /** Keeps what is typed while Enter waits. */
  hold: () => TypedAhead;
}

type State = 'closed' | 'searching' | 'ready' | 'failed';

/**
 * The behaviour of a picker, without its looks. Typing is never overtaken: an answer to older text is dropped, and
 * Enter pressed before the answer is there waits for it, so "mug⏎" in one go picks the mug. What is typed meanwhile is for
 * what comes after it: "mug⏎3⏎" is three mugs.
 */
export class Picker<Option extends PickerOption> {
  text = $state('');
  state = $state<State>('closed');
  options = $state.raw<readonly Option[]>([]);
  highlighted = $state(0);
  /** Typed behind an Enter that found nothing to take: it is shown, for nobody knows where it would have gone. */
  untaken = $state('');

  #asked = 0;
  /** Enter waits for the answer, and this behind it. */
  #ahead: TypedAhead | undefined;
  readonly #rules: () => PickerRules<Option>;

  constructor(rules: () => PickerRules<Option>) {
    this.#rules = rules;
  }

  get open(): boolean {
    return this.state !== 'closed';
  }

  /** The text that could become a new entry, or undefined when it can't. */
  readonly creatable = $derived.by(() => {
    const text = this.text.trim();
    if (text === '' || this.#rules().create === undefined || this.state === 'searching') return undefined;
    const known = this.options.some(
      (option) => option.label.toLocaleLowerCase() === text.toLocaleLowerCase(),
    );
    return known ? undefined : text;
  });

  readonly rowCount = $derived(this.options.length + (this.creatable === undefined ? 0 : 1));

  async ask(text: string): Promise<void> {
    // Other text, which nothing kept from being typed: Enter wasn't pressed for it.
    this.#stop();
    this.text = text;
    this.state = 'searching';
    const mine = ++this.#asked;
    try {
      const found = await this.#rules().search(text.trim());
      if (mine !== this.#asked) return;
      this.options = found;
      this.state = 'ready';
      this.highlighted = Math.max(
        0,
        found.findIndex((option) => option.disabled !== true),
      );
    } catch {
      if (mine !== this.#asked) return;
      this.options = [];
      this.state = 'failed';
    }
    await this.#takeAwaited();
  }

  close(): void {
    this.#asked++;
    this.#stop();
    this.state = 'closed';
  }

  move(step: number): void {
    if (this.rowCount === 0) return;
    this.highlighted = (this.highlighted + step + this.rowCount) % this.rowCount;
  }

  /** Takes the highlighted row; while the answer is on its way, remembers to. Ends when all that follows from it is done. */
  async take(index = this.highlighted): Promise<void> {
    if (this.state === 'searching') {
      this.#ahead ??= this.#rules().hold();
      return;
    }
    const option = this.options[index];
    if (option?.disabled === true) return;
    const created = this.creatable;
    if (option !== undefined) {
      this.close();
      await this.#rules().pick(option);
    } else if (created !== undefined && index === this.options.length) {
      this.close();
      this.#rules().create?.(created);
    }
  }

  async #takeAwaited(): Promise<void> {
    const ahead = this.#ahead;
    if (!ahead) return;
    const option = this.options[this.highlighted];
    if (option === undefined || option.disabled === true) {
      await this.#stopAt(ahead);
      return;
    }
    this.#ahead = undefined;
    try {
      await this.take();
    } finally {
      ahead.press();
    }
  }

  /**
   * Nothing to take: only Enter by itself goes on to a new one. In the form for that a quantity would be taken for its price,
   * and the next Enter for consent.
   */
  async #stopAt(ahead: TypedAhead): Promise<void> {
    await ahead.rest();
    if (this.#ahead !== ahead) return;
    this.#stop();
    if (ahead.text === '') await this.take();
  }

  /** Enter waits no longer. */
  #stop(): void {
    this.#ahead?.forget();
    this.untaken = this.#ahead?.text ?? '';
    this.#ahead = undefined;
  }
}
