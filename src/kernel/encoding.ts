/**
 * How letters of a file may be written where it is not Unicode, by the names that the Encoding Standard has for them: what
 * spreadsheets and shops write from Lisbon to Damascus. FOR EVER: payloads of jobs hold them.
 */
export const ENCODINGS = [
  ...(['windows-1252', 'windows-1250', 'windows-1254', 'windows-1253', 'windows-1251'] as const),
  ...(['windows-1256', 'macintosh'] as const),
] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** How a text comes out when it is read so: its first lines with letters beyond the English ones, cut where they are long. */
export type TextReading = {
  readonly encoding: Encoding;
  readonly lines: readonly string[];
};
