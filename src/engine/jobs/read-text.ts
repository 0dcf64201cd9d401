import {
  ENCODINGS,
  ok,
  reject,
  type Encoding,
  type Rejection,
  type Result,
  type TextReading,
} from '../../kernel/index.ts';
import type { FileRow } from './rows.ts';
import { firstRowThat, sampleOf, type Sample } from './text-sample.ts';

type GivenFile = Pick<FileRow, 'name' | 'content'>;

/** Text files hold no NUL; pictures, spreadsheets and archives do, early on. */
const looksBinary = (bytes: Uint8Array): boolean => bytes.subarray(0, 65_536).includes(0);

/** Controls that no table has: what is not Unicode and holds them is a picture or an archive. 1A ends files of old programs. */
const hasControls = (bytes: Uint8Array): boolean =>
  bytes
    .subarray(0, 65_536)
    .some(
      (byte, at) =>
        byte < 0x20 && (byte < 0x09 || byte > 0x0d) && !(byte === 0x1a && at === bytes.length - 1),
    );

/** The text, or undefined where some of its bytes say nothing in this encoding. A byte order mark is left out. */
const decoded = (bytes: Uint8Array, encoding: string): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/** UTF-16 tells itself by its byte order mark, as Excel's “Unicode text” does. */
const unicodeOf = ([first, second]: Uint8Array): string => {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
};

const bytesOf = async ({ content }: GivenFile): Promise<Uint8Array> =>
  new Uint8Array(await content.arrayBuffer());

/** The text of a file, in Unicode unless a person has said how its letters are written; or why it is none. */
export const readText = async (
  file: GivenFile | undefined,
  fileId: string,
  encoding?: Encoding,
): Promise<Result<string, Rejection>> => {
  if (!file) return reject('missing-file', 'The file is no longer here. Choose it again.', { fileId });
  const { name } = file;
  const bytes = await bytesOf(file);
  if (bytes.length === 0) return reject('empty-file', 'The file is empty.', { name });
  const notText = () =>
    reject('not-text', 'This is not a text file. Save it as CSV and try again.', { name });
  const unicode = unicodeOf(bytes);
  if (unicode === 'utf-8' && looksBinary(bytes)) return notText();
  const text = decoded(bytes, encoding ?? unicode);
  if (text !== undefined) return ok(text);
  if (unicode !== 'utf-8' || hasControls(bytes)) return notText();
  return reject(
    'not-utf8',
    'Some letters of the file are not in UTF-8. Say how they are written, or save it as “CSV UTF-8”.',
    { name, row: firstRowThat(bytes, (line) => decoded(line, 'utf-8') === undefined) ?? 1 },
  );
};

const readingIn = (encoding: Encoding, { lines, used }: Sample): readonly TextReading[] => {
  if (decoded(used, encoding) === undefined) return [];
  return [{ encoding, lines: lines.map((line) => decoded(line, encoding)?.trim() ?? '') }];
};

/** A file in each encoding in which all of its letters say something, whether it is the right one or not. */
export const readings = async (file: GivenFile | undefined): Promise<readonly TextReading[]> => {
  if (!file) return [];
  const sample = sampleOf(await bytesOf(file));
  return ENCODINGS.flatMap((encoding) => readingIn(encoding, sample));
};
