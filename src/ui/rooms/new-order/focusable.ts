/** A part of the form that the cursor can be sent to. */
export interface Focusable {
  focus(): void;
}

/** The lines: the field for the next product, or the first line that can't be booked yet. */
export interface FocusableLines extends Focusable {
  focusProblem(): void;
}

/** The notes, whose field may hold one that isn't added yet. */
export interface TakesNote {
  take(): void;
}
