import { ok, reject, type Rejection, type Result } from '../../kernel/index.ts';
import type { FileRow } from './rows.ts';

/** Text files hold no NUL; pictures, spreadsheets and archives do, early on. */
const looksBinary = (bytes: Uint8Array): boolean => bytes.subarray(0, 65_536).includes(0);
const isUtf16 = ([first, second]: Uint8Array): boolean =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);

/** The text of a file as UTF-8, without its byte order mark; or why it is none. */
export const readText = async (
  file: FileRow | undefined,
  fileId: string,
): Promise<Result<string, Rejection>> => {
  if (!file) return reject('missing-file', 'The file is no longer here. Choose it again.', { fileId });
  const { name } = file;
  const bytes = new Uint8Array(await file.content.arrayBuffer());
  if (bytes.length === 0) return reject('empty-file', 'The file is empty.', { name });
  const notUtf8 = () =>
    reject('not-utf8', 'The file is in another encoding than UTF-8. Save it as “CSV UTF-8” and try again.', {
      name,
    });
  if (isUtf16(bytes)) return notUtf8();
  if (looksBinary(bytes))
    return reject('not-text', 'This is not a text file. Save it as CSV and try again.', { name });
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    // A PNG without an early NUL does not decode either; its first byte tells the two apart.
    return bytes[0] === 0x89
      ? reject('not-text', 'This is not a text file. Save it as CSV and try again.', { name })
      : notUtf8();
  }
};
