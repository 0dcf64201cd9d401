/** A column of a paper's table; figures stand at the end. */
export interface PaperColumn {
  readonly id: string;
  readonly label: string;
  readonly figures?: boolean;
  /** Takes near half of the sheet, beside another column of words. */
  readonly wide?: boolean;
}

/** A row, ready to be read: its cells by column, and what stands small below its first one. */
export interface PaperRow {
  readonly id: string;
  readonly cells: Readonly<Record<string, string>>;
  readonly below?: readonly string[];
}

export interface PaperSum {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly strong?: boolean;
}

/** Who sells, as a letterhead says it. */
export interface Letterhead {
  readonly name: string;
  readonly lines: readonly string[];
  readonly logo?: string | undefined;
}

export interface PaperFact {
  readonly label: string;
  readonly value: string;
}

/** A fact; none where there is nothing to say. */
export const fact = (label: string, value: string | undefined): readonly PaperFact[] =>
  value === undefined || value === '' ? [] : [{ label, value }];

/** A paper as it is printed, all figures already written out. */
export interface PrintedPaper {
  readonly title: string;
  readonly from: Letterhead;
  /** What has become of it since, for whoever holds it now. */
  readonly notice?: string;
  /** Whom it goes to, line by line. */
  readonly to: readonly string[];
  readonly facts: readonly PaperFact[];
  readonly tables: readonly {
    readonly id: string;
    readonly caption: string;
    readonly columns: readonly PaperColumn[];
    readonly rows: readonly PaperRow[];
    readonly sums: readonly PaperSum[];
  }[];
  /** Terms, where to pay, thanks. */
  readonly closing: readonly string[];
}
