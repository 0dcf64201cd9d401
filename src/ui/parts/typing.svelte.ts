type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const isField = (target: EventTarget | null): target is Field =>
  target instanceof HTMLInputElement ||
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLSelectElement;

const saidBy = (field: Field): string =>
  field instanceof HTMLInputElement && (field.type === 'checkbox' || field.type === 'radio')
    ? String(field.checked)
    : field.value;

/** What somebody has typed into the fields of a form and would lose with it: whether to, they are asked first. */
export class Typing {
  /** What each field said when the cursor first came to it. */
  #before = new WeakMap<Field, string>();
  #typedIn: Field[] = [];
  /** Whether all of it is to be thrown away. */
  asking = $state(false);

  /** Listens to a form for as long as it is there. */
  readonly listen = (form: HTMLElement): (() => void) => {
    const come = ({ target }: Event): void => {
      if (isField(target) && !this.#before.has(target)) this.#before.set(target, saidBy(target));
    };
    const typed = ({ target }: Event): void => {
      if (isField(target)) this.#typedIn = [...this.#typedIn.filter((field) => field !== target), target];
    };
    form.addEventListener('focusin', come);
    // Where a press on a box does not bring the cursor to it.
    form.addEventListener('pointerdown', come);
    form.addEventListener('input', typed);
    return () => {
      form.removeEventListener('focusin', come);
      form.removeEventListener('pointerdown', come);
      form.removeEventListener('input', typed);
      this.#before = new WeakMap();
      this.#typedIn = [];
      this.asking = false;
    };
  };

  /** Before something else than a button closes the form: prevents it where something was typed, and asks. */
  readonly beforeLeaving = (event: Event): void => {
    const asked = this.asking;
    // Whoever goes back once more than that is not held, and no browser would let them be.
    if (asked && event.type === 'navigate') return;
    if (asked) this.goOn();
    else this.asking = this.#last !== undefined;
    if (asked || this.asking) event.preventDefault();
  };

  readonly goOn = (): void => {
    this.asking = false;
    this.#last?.focus();
  };

  /** The field typed into last that is still there and says something else than before. */
  get #last(): Field | undefined {
    return this.#typedIn.findLast(
      (field) => field.isConnected && saidBy(field) !== (this.#before.get(field) ?? ''),
    );
  }
}
