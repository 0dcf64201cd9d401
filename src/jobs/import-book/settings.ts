import type { FormatSettings } from './formats/format.ts';
import type { Mapping } from './formats/plain/mapping.ts';

/** What the book and the person say to all files of an import. */
export interface ReadingSettings extends FormatSettings {
  readonly mappings: readonly Mapping[];
  /** A person is shown how the first rows were understood. */
  readonly areRowsShown: boolean;
}
