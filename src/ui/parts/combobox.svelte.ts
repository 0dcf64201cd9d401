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
  /** Offered as the last row when nothing has exactly this name; taken when it was gone to. Left out: nothing can be created here. */
  create?: ((text: string) => void) | undefined;
  /** Keeps what is typed while Enter waits. */
  hold: () => TypedAhead;
}

type State = 'closed' | 'searching' | 'ready' | 'failed';

/** No row is gone to yet: there is none but the one that creates, and Enter by itself is not meant for that. */
const NONE = -1;

/**
 * The behaviour of a picker, without its looks. Typing is never overtaken: an answer to older text is dropped, and
 * Enter pressed before the answer is there waits for it, so "mug⏎" in one go picks the mug. What is typed meanwhile is for
 * what comes after it: "mug⏎3⏎" is three mugs. What creates has to be gone to: hands that go on in that rhythm without looking
 * would write a quantity into the form for it as the price, and consent with the next Enter.
 */
export class Picker<Option extends PickerOption> {
  text = $state('');
  state = $state<State>('closed');
  options = $state.raw<readonly Option[]>([]);
  highlighted = $state(0);
  /** Typed behind an Enter that found nothing to take: it is shown, for nobody knows where it would have gone. */
  untaken = $state('');
  /** Enter found nothing to take, though something could be created. */
  unmet = $state(false);

  #asked = 0;
  /** Rows gone up or down before the answer was there. */
  #steps = 0;
  /** Enter waits for the answer, and this behind it. */
  #ahead: TypedAhead | undefined;
  readonly #rules: () => PickerRules<Option>;

  constructor(rules: () => PickerRules<Option>) {
    this.#rules = rules;
  }

  get open(): boolean {
    return this.state !== 'closed';
  }

  /** The only row that has exactly this name. */
  get spelt(): Option | undefined {
    if (this.state !== 'ready') return undefined;
    const [only, another] = this.options.filter((option) => this.#isCalledSo(option) && !option.disabled);
    return another === undefined ? only : undefined;
  }

  /** The text that could become a new entry, or undefined when it can't. */
  readonly creatable = $derived.by(() => {
    const text = this.text.trim();
    if (text === '' || this.#rules().create === undefined || this.state === 'searching') return undefined;
    return this.options.some((option) => this.#isCalledSo(option)) ? undefined : text;
  });

  readonly rowCount = $derived(this.options.length + (this.creatable === undefined ? 0 : 1));

  get isAtRow(): boolean {
    return this.open && this.highlighted !== NONE && this.highlighted < this.rowCount;
  }

  #isCalledSo({ label }: Option): boolean {
    return label.toLocaleLowerCase() === this.text.trim().toLocaleLowerCase();
  }

  async ask(text: string): Promise<void> {
    // Other text, which nothing kept from being typed: Enter wasn't pressed for it.
    this.#stop();
    this.text = text;
    this.state = 'searching';
    this.#steps = 0;
    const mine = ++this.#asked;
    try {
      const found = await this.#rules().search(text.trim());
      if (mine !== this.#asked) return;
      this.options = found;
      this.state = 'ready';
      this.highlighted = this.#first(found);
      if (this.#steps !== 0) this.move(this.#steps);
    } catch {
      if (mine !== this.#asked) return;
      this.options = [];
      this.highlighted = NONE;
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
    if (this.state === 'searching') this.#steps += step;
    else if (this.rowCount > 0) {
      const from = this.highlighted === NONE && step < 0 ? 0 : this.highlighted;
      this.highlighted = (((from + step) % this.rowCount) + this.rowCount) % this.rowCount;
    }
  }

  #first(found: readonly Option[]): number {
    if (found.length === 0) return NONE;
    return Math.max(
      0,
      found.findIndex((option) => option.disabled !== true),
    );
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
    } else this.unmet = created !== undefined;
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

  /** Nothing to take: only where nothing was typed behind Enter does it go on to a new one, if that was gone to. */
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
    this.unmet = false;
    this.#ahead = undefined;
  }
}
