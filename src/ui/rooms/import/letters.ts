import { ENCODINGS, type Encoding, type TextReading } from '../../../kernel/index.ts';
import type { FileReport } from '../../../jobs/import-book/index.ts';
import { getLocale } from '../../words/language.ts';
import { m } from '../../words/index.ts';
import type { ImportJob } from './import-job.ts';

/** How letters are written, as spreadsheets call it. */
export const letters: Readonly<Record<Encoding, () => string>> = {
  'windows-1252': m.import_letters_windows_1252,
  'windows-1250': m.import_letters_windows_1250,
  'windows-1254': m.import_letters_windows_1254,
  'windows-1253': m.import_letters_windows_1253,
  'windows-1251': m.import_letters_windows_1251,
  'windows-1256': m.import_letters_windows_1256,
  macintosh: m.import_letters_macintosh,
};

/** A file whose letters can be read in several ways. */
export interface Ambiguous {
  /** Its place among the files of the job. */
  readonly place: number;
  readonly name: string;
  readonly readings: readonly TextReading[];
  /** As somebody has said that it is to be read; missing before. */
  readonly encoding?: Encoding;
}

/** The files of a check that are not Unicode, whether somebody has said how they are to be read or not. */
export const ambiguousFiles = ({ payload, report }: Pick<ImportJob, 'payload' | 'report'>): Ambiguous[] =>
  report.files.flatMap(({ name, readings = [] }: FileReport, place) => {
    const encoding = payload.files[place]?.encoding;
    return readings.length === 0 ? [] : [{ place, name, readings, ...(encoding && { encoding }) }];
  });

/** How the letters of a check's files are written, by their places. */
export type Encodings = ReadonlyMap<number, Encoding>;

/** What this device chose last: a preference, and no fact of the book. */
const KEY = 'counterfoil.import.letters';

export const rememberLetters = (storage: Pick<Storage, 'setItem'>, encoding: Encoding): void => {
  try {
    storage.setItem(KEY, encoding);
  } catch {
    // A browser that keeps nothing proposes what it proposed before.
  }
};

const remembered = (storage: Pick<Storage, 'getItem'>): Encoding | undefined => {
  try {
    const kept = storage.getItem(KEY);
    return ENCODINGS.find((encoding) => encoding === kept);
  } catch {
    return undefined;
  }
};

/** What is proposed first: what was right last time, else what is usual in the language of the app. */
export const proposed = (
  readings: readonly TextReading[],
  storage: Pick<Storage, 'getItem'>,
): Encoding | undefined => {
  const usual = remembered(storage) ?? (getLocale() === 'ar' ? 'windows-1256' : 'windows-1252');
  return (readings.find(({ encoding }) => encoding === usual) ?? readings[0])?.encoding;
};
