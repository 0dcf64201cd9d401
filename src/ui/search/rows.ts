import type { Icon } from '../parts/shapes.ts';

/** One line of what the search offers. */
export interface Row {
  readonly id: string;
  readonly icon: Icon;
  readonly label: string;
  readonly detail?: string;
  /** The words of the book that matched, folded. */
  readonly matches?: readonly string[];
  readonly run: () => void;
}

/** Lines of one kind, under their title. */
export interface Group {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly Row[];
}
