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
  pick: (option: Option) => void;
  /** Offered as the last row when nothing has exactly this name. Left out: nothing can be created here. */
  create?: ((text: string) => void) | undefined;
}

type State = 'closed' | 'searching' | 'ready' | 'failed';

/**
 * The behaviour of a picker, without its looks. Typing is never overtaken: an answer to older text is dropped, and
 * Enter pressed before the answer is there waits for it, so "mug⏎" in one go picks the mug.
 */
export class Picker<Option extends PickerOption> {
  text = $state('');
  state = $state<State>('closed');
  options = $state.raw<readonly Option[]>([]);
  highlighted = $state(0);

  #asked = 0;
  #enterWaits = false;
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
    if (this.#enterWaits) this.take();
    this.#enterWaits = false;
  }

  close(): void {
    this.#asked++;
    this.#enterWaits = false;
    this.state = 'closed';
  }

  move(step: number): void {
    if (this.rowCount === 0) return;
    this.highlighted = (this.highlighted + step + this.rowCount) % this.rowCount;
  }

  /** Takes the highlighted row; while the answer is on its way, remembers to. */
  take(index = this.highlighted): void {
    if (this.state === 'searching') {
      this.#enterWaits = true;
      return;
    }
    const option = this.options[index];
    if (option?.disabled === true) return;
    const created = this.creatable;
    if (option !== undefined) {
      this.close();
      this.#rules().pick(option);
    } else if (created !== undefined && index === this.options.length) {
      this.close();
      this.#rules().create?.(created);
    }
  }
}
