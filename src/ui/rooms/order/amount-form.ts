/** What the person filled in. */
interface Entered {
  readonly amount: number;
  readonly reason: string;
  readonly method: string;
  /** Ids of what begins with it, the same however often it is sent. */
  readonly ids: readonly [string, string];
}

/** A step that takes an amount and a reason, and, where money is handed over, how. Amounts in minor units. */
export interface AmountForm {
  readonly title: string;
  readonly text: string;
  readonly confirm: (figure: { amount: string }) => string;
  readonly done: (figure: { amount: string; number: string }) => string;
  /** What is asked for, where that is not simply an amount. */
  readonly label?: string;
  /** What stands in the field already. */
  readonly start: number | null;
  /** Why, as far as it is known already: what the customer said of the return. */
  readonly reason?: string;
  readonly most: number;
  readonly tooMuch: string;
  /** What this very amount is for, where that is known. */
  readonly note?: (amount: number) => string | undefined;
  /** What the amount comes to with tax, where it is asked for without. */
  readonly withTax?: (amount: number) => number;
  readonly takesMethod: boolean;
  /** It settles the order: in cash, as far as coins can. */
  readonly settles?: true;
  readonly payload: (entered: Entered) => Readonly<Record<string, unknown>>;
}
