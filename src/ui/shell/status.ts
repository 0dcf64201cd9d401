/** What the frame says about the book as a whole. */
export interface BookStatus {
  /** Who is signed in, and the way to sign in as somebody else; left out where nobody has to. */
  operator?: { name: string; onswitch: () => void } | undefined;
  offline: boolean;
  /** Commands whose receipt has not come in time and is being looked up. */
  checking: number;
  /** How far lists and figures are with what was entered, 0 to 1; left out when they are not behind. */
  coming?: number | undefined;
  /** Whether the browser promised to keep the book; `unknown` where it can't be asked. */
  storage: 'kept' | 'may-be-cleared' | 'unknown';
  /** Asks the browser to keep the book; left out when there is nothing to ask. */
  onkeep?: (() => void) | undefined;
  /** A new version waits; takes it. */
  onupdate?: (() => void) | undefined;
}
