import type { BackupKey } from './lock.ts';
import { BackupProblem } from './problem.ts';

/** FOR EVER: a frame is its length (four bytes, big-endian), a 96-bit IV, and AES-GCM of gzipped JSON (decisions/0015). */
const LENGTH_BYTES = 4;
const IV_BYTES = 12;
const TAG_BYTES = 16;
/** No frame is written that comes near these; what would not fit the memory is not read. */
const MOST_SEALED = 64 * 1024 * 1024;
const MOST_INFLATED = 128 * 1024 * 1024;
/** Deeper than anything that the trade nests. */
const MOST_DEPTH = 100;

const encoder = new TextEncoder();

const piped = async (
  bytes: Uint8Array<ArrayBuffer>,
  through: ReadableWritablePair<Uint8Array<ArrayBuffer>, BufferSource>,
  most: number,
): Promise<Uint8Array<ArrayBuffer>> => {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const reader = new Blob([bytes]).stream().pipeThrough(through).getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    length += next.value.length;
    if (length > most) {
      await reader.cancel();
      throw new BackupProblem('backup-too-large');
    }
    parts.push(next.value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
};

const inflated = async (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> => {
  try {
    return await piped(bytes, new DecompressionStream('gzip'), MOST_INFLATED);
  } catch (error) {
    throw error instanceof BackupProblem ? error : new BackupProblem('backup-damaged', String(error));
  }
};

/** `JSON.parse` takes any depth, and whoever walks what it gives would not come back. */
const isTooDeep = (text: Uint8Array): boolean => {
  let depth = 0;
  let quoted = false;
  for (let n = 0; n < text.length; n += 1) {
    const byte = text[n];
    if (quoted) {
      if (byte === 0x5c) n += 1;
      else if (byte === 0x22) quoted = false;
    } else if (byte === 0x22) quoted = true;
    else if (byte === 0x5b || byte === 0x7b) {
      depth += 1;
      if (depth > MOST_DEPTH) return true;
    } else if (byte === 0x5d || byte === 0x7d) depth -= 1;
  }
  return false;
};

/** A frame opens only in its own file and place. */
const placeOf = ({ header }: BackupKey, number: number): Uint8Array<ArrayBuffer> =>
  encoder.encode(`${header}${String(number)}`);

const importKey = ({ material }: BackupKey): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', material, 'AES-GCM', false, ['encrypt', 'decrypt']);

/** The bytes of a frame: the first one of a file brings the file's header with it. */
export const sealFrame = async (key: BackupKey, number: number, content: unknown): Promise<Blob> => {
  const text = encoder.encode(JSON.stringify(content));
  const packed = await piped(text, new CompressionStream('gzip'), Infinity);
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const algorithm = { name: 'AES-GCM', iv, additionalData: placeOf(key, number) };
  const sealed = await crypto.subtle.encrypt(algorithm, await importKey(key), packed);
  const length = new Uint8Array(LENGTH_BYTES);
  new DataView(length.buffer).setUint32(0, IV_BYTES + sealed.byteLength);
  return new Blob([...(number === 0 ? [key.header] : []), length, iv, sealed]);
};

/** Where the frame at the beginning of these bytes ends. @throws BackupProblem */
const lengthOf = (bytes: Uint8Array<ArrayBuffer>): number => {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  if (length < IV_BYTES + TAG_BYTES) throw new BackupProblem('backup-damaged', 'a part without content');
  if (length > MOST_SEALED) throw new BackupProblem('backup-damaged', 'a part without an end');
  return length;
};

/** What is in a frame, without its length. @throws BackupProblem */
const opened = async (
  key: BackupKey,
  opening: Promise<CryptoKey>,
  number: number,
  frame: Uint8Array<ArrayBuffer>,
): Promise<unknown> => {
  const iv = frame.subarray(0, IV_BYTES);
  const algorithm = { name: 'AES-GCM', iv, additionalData: placeOf(key, number) };
  let packed: ArrayBuffer;
  try {
    packed = await crypto.subtle.decrypt(algorithm, await opening, frame.subarray(IV_BYTES));
  } catch {
    throw new BackupProblem('backup-damaged', `part ${String(number)} does not open`);
  }
  const text = await inflated(new Uint8Array(packed));
  if (isTooDeep(text)) throw new BackupProblem('backup-too-large', 'nested too deep');
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(text)) as unknown;
  } catch (error) {
    throw new BackupProblem('backup-damaged', String(error));
  }
};

/** What is in one frame that lies by itself. @throws BackupProblem */
export const openFrame = async (key: BackupKey, number: number, frame: Blob): Promise<unknown> => {
  if (frame.size < LENGTH_BYTES) throw new BackupProblem('backup-truncated');
  const bytes = new Uint8Array(await frame.arrayBuffer());
  const end = LENGTH_BYTES + lengthOf(bytes);
  if (end !== bytes.length) throw new BackupProblem('backup-truncated');
  return opened(key, importKey(key), number, bytes.subarray(LENGTH_BYTES));
};

export interface FramesRead {
  /** The next frame's content; undefined at the end of the file. @throws BackupProblem */
  next(): Promise<unknown>;
  /** Bytes that were read so far. */
  readonly at: number;
}

/** Reads a file frame by frame, never more than one at once. */
export const readFrames = (file: Blob, key: BackupKey): FramesRead => {
  const opening = importKey(key);
  let at = key.header.length;
  let number = 0;
  const bytes = async (length: number): Promise<Uint8Array<ArrayBuffer>> => {
    if (at + length > file.size) throw new BackupProblem('backup-truncated');
    const read = new Uint8Array(await file.slice(at, at + length).arrayBuffer());
    at += length;
    return read;
  };
  return {
    get at() {
      return at;
    },
    next: async () => {
      if (at === file.size) return undefined;
      const frame = await bytes(lengthOf(await bytes(LENGTH_BYTES)));
      const content = await opened(key, opening, number, frame);
      number += 1;
      return content;
    },
  };
};
