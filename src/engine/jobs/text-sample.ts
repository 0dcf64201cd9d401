/** What is beyond ASCII in a file, whose encodings all agree on ASCII. */
export interface Sample {
  /** The first lines that show a letter which none before them has, cut around it. */
  readonly lines: readonly Uint8Array[];
  /** Every byte beyond ASCII that the file has, once. */
  readonly used: Uint8Array;
}

const LINES = 6;
const BEFORE = 40;
const LENGTH = 120;
const [LF, CR] = [0x0a, 0x0d];

interface Line {
  /** The first is 1. */
  readonly row: number;
  readonly line: Uint8Array;
}

function* linesOf(bytes: Uint8Array): Generator<Line> {
  const newline = bytes.includes(LF) ? LF : CR;
  for (let start = 0, row = 1; start < bytes.length; row += 1) {
    const found = bytes.indexOf(newline, start);
    const end = found < 0 ? bytes.length : found;
    yield { row, line: bytes.subarray(start, end) };
    start = end + 1;
  }
}

const isBeyondAscii = (byte: number): boolean => byte >= 0x80;

const around = (line: Uint8Array, place: number): Uint8Array => {
  const from = Math.max(0, Math.min(place - BEFORE, line.length - LENGTH));
  return line.subarray(from, from + LENGTH);
};

export const sampleOf = (bytes: Uint8Array): Sample => {
  const seen = new Set<number>();
  const lines: Uint8Array[] = [];
  for (const { line } of linesOf(bytes)) {
    const place = line.findIndex((byte) => isBeyondAscii(byte) && !seen.has(byte));
    if (place < 0) continue;
    for (const byte of line) if (isBeyondAscii(byte)) seen.add(byte);
    if (lines.length < LINES) lines.push(around(line, place));
  }
  return { lines, used: Uint8Array.from(seen) };
};

/** The row of the first line with letters beyond ASCII that is not as it should be. */
export const firstRowThat = (
  bytes: Uint8Array,
  isWrong: (line: Uint8Array) => boolean,
): number | undefined => {
  for (const { row, line } of linesOf(bytes)) if (line.some(isBeyondAscii) && isWrong(line)) return row;
  return undefined;
};
