import { openFrame, sealFrame } from '../backup/frames.ts';
import { backupKeyOf, newBackupKey, type BackupKey } from '../backup/lock.ts';
import type { PlainKey } from '../backup/content.ts';
import { BackupProblem } from '../backup/problem.ts';
import type { Json } from '../../kernel/index.ts';

/**
 * FOR EVER: the files of a second copy. `key` is the header of a backup that nothing locks. `log-…` are frames of that
 * backup, in order from 1, each named by its number, the last position in it, and how many records and commits it holds.
 * `persons-…` and `meta-…` are frames as well. What is written anew is written beside what it replaces, which goes
 * after that: of several the newest that opens counts.
 */
const PERSONS = -1;
const META = -2;

/** Whose names can be read, and whose no more. */
export interface Persons {
  readonly keys: readonly PlainKey[];
  readonly forgotten: readonly string[];
}

export interface Meta {
  readonly epoch: number;
  /** The trade's own words on the book. */
  readonly about: Json;
}

/** A frame of the log. */
export interface Piece {
  readonly name: string;
  /** Of the frame, from 1. */
  readonly number: number;
  /** Position of the last event in it. */
  readonly to: number;
  readonly records: number;
  readonly commits: number;
  readonly bytes: number;
}

const pieceIn = (name: string, bytes: number): Piece | undefined => {
  const [, number, to, records, commits] = /^log-(\d+)-(\d+)-(\d+)-(\d+)$/.exec(name) ?? [];
  if (number === undefined) return undefined;
  return {
    ...{ name, bytes, number: Number(number), to: Number(to) },
    ...{ records: Number(records), commits: Number(commits) },
  };
};

/** Runs in workers alone: a page has no such access, and reads only. On disk when it resolves. @throws DOMException */
const write = async (folder: FileSystemDirectoryHandle, name: string, content: Blob): Promise<void> => {
  const file = await folder.getFileHandle(name, { create: true });
  const access = await file.createSyncAccessHandle();
  try {
    const bytes = new Uint8Array(await content.arrayBuffer());
    access.truncate(0);
    if (access.write(bytes, { at: 0 }) !== bytes.length)
      throw new DOMException('The copy is full.', 'QuotaExceededError');
    access.flush();
    access.close();
  } catch (error) {
    access.close();
    // Half of a file helps nobody, and takes room.
    await folder.removeEntry(name).catch(() => undefined);
    throw error;
  }
};

/** Of a file that was not written to its end, or was spoilt; what can't be read this once is no such file. */
const unlessDamaged = async <Read>(reading: Promise<Read>): Promise<Read | undefined> => {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof BackupProblem) return undefined;
    throw error;
  }
};

const numberIn = (name: string): number => Number(name.slice(name.indexOf('-') + 1));

/** One second copy, as it lies there. */
export class CopyFiles {
  readonly #folder: FileSystemDirectoryHandle;
  #key: BackupKey | undefined;

  constructor(folder: FileSystemDirectoryHandle) {
    this.#folder = folder;
  }

  /** Made with the first file. @throws DOMException */
  async key(): Promise<BackupKey> {
    const known = await this.#readKey();
    if (known) return known;
    const key = await newBackupKey();
    await write(this.#folder, 'key', new Blob([key.header]));
    return (this.#key = key);
  }

  /** The frames of the log, in order; of one that was written anew only the newest that opens. */
  async pieces(): Promise<readonly Piece[]> {
    const all: Piece[] = [];
    if (!(await this.#readKey())) return all;
    for await (const handle of this.#folder.values()) {
      if (handle.kind !== 'file') continue;
      const piece = pieceIn(handle.name, (await handle.getFile()).size);
      if (piece) all.push(piece);
    }
    all.sort((one, other) => one.number - other.number || one.to - other.to);
    const found = all.filter(({ number }, n) => number !== all[n + 1]?.number);
    const last = found.at(-1);
    if (!last || (await this.recordsOf(last))) return found;
    // It was being written when the browser was ended; what it was to replace is there still.
    const before = all.findLast(({ number, name }) => number === last.number && name !== last.name);
    return [...found.slice(0, -1), ...(before ? [before] : [])];
  }

  /** Takes away what none of these pieces needs: the browser was ended before it was. @throws DOMException */
  async keepOnly(pieces: readonly Piece[]): Promise<void> {
    const kept = new Set(pieces.map(({ name }) => name));
    for (const name of await this.#names('log-')) if (!kept.has(name)) await this.#folder.removeEntry(name);
  }

  /** What a frame holds; undefined when it does not open. */
  async recordsOf({ name, number }: Piece): Promise<readonly { next: number; hash: string }[] | undefined> {
    const content = await this.#opened(name, number);
    return (content as { readonly records?: { next: number; hash: string }[] } | undefined)?.records;
  }

  async blobOf({ name }: Piece): Promise<File> {
    return (await this.#folder.getFileHandle(name)).getFile();
  }

  async writePiece(
    content: unknown,
    piece: Omit<Piece, 'name' | 'bytes'>,
    instead: Piece | undefined,
  ): Promise<Piece> {
    const { number, to, records, commits } = piece;
    const name = `log-${[number, to, records, commits].join('-')}`;
    const frame = await sealFrame(await this.key(), number, content);
    await write(this.#folder, name, frame);
    if (instead && instead.name !== name) await this.#folder.removeEntry(instead.name);
    return { ...piece, name, bytes: frame.size };
  }

  /** @throws DOMException */
  persons(): Promise<Persons | undefined> {
    return this.#newest('persons-', PERSONS) as Promise<Persons | undefined>;
  }

  writePersons(persons: Persons): Promise<void> {
    return this.#replace('persons-', PERSONS, persons);
  }

  meta(): Promise<Meta | undefined> {
    return this.#newest('meta-', META) as Promise<Meta | undefined>;
  }

  writeMeta(meta: Meta): Promise<void> {
    return this.#replace('meta-', META, meta);
  }

  async #names(prefix: string): Promise<readonly string[]> {
    const names: string[] = [];
    for await (const name of this.#folder.keys()) if (name.startsWith(prefix)) names.push(name);
    return names.sort((one, other) => numberIn(one) - numberIn(other));
  }

  async #newest(prefix: string, number: number): Promise<unknown> {
    for (const name of (await this.#names(prefix)).toReversed()) {
      const content = await this.#opened(name, number);
      if (content !== undefined) return content;
    }
    return undefined;
  }

  async #replace(prefix: string, number: number, content: unknown): Promise<void> {
    const before = await this.#names(prefix);
    const next = numberIn(before.at(-1) ?? `${prefix}0`) + 1;
    await write(this.#folder, `${prefix}${String(next)}`, await sealFrame(await this.key(), number, content));
    for (const name of before) await this.#folder.removeEntry(name);
  }

  /** Undefined where there is none that can be read: then nothing else can be, either. */
  async #readKey(): Promise<BackupKey | undefined> {
    if (this.#key) return this.#key;
    const file = await this.#file('key');
    if (file) this.#key = await unlessDamaged(backupKeyOf(file));
    return this.#key;
  }

  /** Undefined when it does not open. @throws DOMException */
  async #opened(name: string, number: number): Promise<unknown> {
    const [key, file] = [await this.#readKey(), await this.#file(name)];
    return key && file && unlessDamaged(openFrame(key, number, file));
  }

  async #file(name: string): Promise<File | undefined> {
    try {
      return await (await this.#folder.getFileHandle(name)).getFile();
    } catch (error) {
      if (error instanceof DOMException && error.name === 'NotFoundError') return undefined;
      throw error;
    }
  }
}
