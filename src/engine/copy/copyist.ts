import type { Json } from '../../kernel/index.ts';
import type { PlainKey } from '../backup/content.ts';
import { SECTIONS, type Portion } from '../backup/sections.ts';
import type { OpenBook } from '../host/book.ts';
import { canCopy, copyFolder, copyFolders, deleteCopies } from '../reading/copies.ts';
import type { Head } from '../ports.ts';
import { rootOf, writtenShelf } from '../reading/shelf.ts';
import { toBase64 } from '../sealing/cipher.ts';
import { keyTables } from '../sealing/dexie-keys.ts';
import { Waker } from '../waker.ts';
import { CopyFiles, type Piece } from './files.ts';

const [LOG] = SECTIONS;
/** A frame smaller than this is written anew with what came since, so that there are not as many as commits. */
const SMALL_BYTES = 32 * 1024;
/** A large book that was never copied takes a minute, in which others want something of this worker, too. */
const PAUSE_MS = 50;
/** So long nothing new has come: whoever writes much is not kept waiting by what copies it. */
const REST_MS = 500;
/** Keys of many persons take long to write: that comes to no more than one part in so many of the time. */
const SHARE = 20;
/** After a failure it waits, longer each time, before it tries again. */
const BACK_OFF_MS = [10_000, 30_000, 120_000, 600_000];

interface Ports {
  readonly book: string;
  readonly open: Pick<OpenBook, 'log' | 'keys' | 'store' | 'feed'>;
  readonly epoch: number;
  /** The trade's own words on the book as it stands in the log. */
  readonly describe: () => Promise<Json>;
}

/**
 * How a second copy stands. Until all of a book was copied once it is `beginning`. One that holds more than the book, which
 * has lost its end (`ahead`), or otherwise than the book (`differs`) is left as it is until somebody says which of the two
 * counts; only keys of who is forgotten are taken out of it.
 */
export interface CopyStatus {
  readonly state: 'beginning' | 'keeping' | 'ahead' | 'differs' | 'failed';
  /** Position up to which it holds the book. */
  readonly position: number;
}

/**
 * Keeps a second copy of the book in the browser's own file system (OPFS), which outlives what spoils IndexedDB
 * (promises.md, M7, facts 12 to 14; decisions/0024): it follows the log half a second after the book rests. Frames are
 * those of a backup, so that whoever needs the copy opens it as one.
 */
export class Copyist {
  readonly #ports: Ports;
  readonly #waker = new Waker(() => this.#look());
  readonly #leave: () => void;
  #files: CopyFiles | undefined;
  #pieces: readonly Piece[] = [];
  #state: CopyStatus['state'] = canCopy() ? 'beginning' : 'failed';
  /** Of the keys that were copied last, how many there were of each, and what that took. */
  #persons = { keys: -1, forgotten: -1, at: 0, took: 0 };
  /** Position of which the label speaks. */
  #labelled = -1;
  /** How many persons were forgotten when their keys were last taken out of every copy. */
  #forgotten = -1;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  #notBefore = 0;

  constructor(ports: Ports) {
    this.#ports = ports;
    this.#leave = ports.open.feed.subscribe(() => {
      this.#soon();
    });
  }

  get status(): CopyStatus {
    return { state: this.#state, position: this.#to };
  }

  /** Whoever leads has it look now and then, and at once when somebody is forgotten. */
  now(): void {
    clearTimeout(this.#waiting);
    if (canCopy()) this.#waker.wake();
  }

  async stop(): Promise<void> {
    this.#leave();
    clearTimeout(this.#waiting);
    await this.#waker.stop();
  }

  get #to(): number {
    return this.#pieces.at(-1)?.to ?? 0;
  }

  /** Once the book rests. */
  #soon(wait = REST_MS): void {
    clearTimeout(this.#waiting);
    if (!this.#waker.stopped)
      this.#waiting = setTimeout(() => {
        this.now();
      }, wait);
  }

  async #look(): Promise<void> {
    if (performance.now() < this.#notBefore) return;
    try {
      await this.#forgetEverywhere();
      const files = this.#files ?? (await this.#opened());
      if (files) await this.#copy(files);
      this.#failures = 0;
    } catch (error) {
      this.#state = 'failed';
      // Somebody has let go of it: it begins anew.
      if (error instanceof DOMException && error.name === 'NotFoundError') this.#files = undefined;
      this.#notBefore = performance.now() + (BACK_OFF_MS[this.#failures] ?? 600_000);
      this.#failures = Math.min(this.#failures + 1, BACK_OFF_MS.length - 1);
    }
  }

  async #copy(files: CopyFiles): Promise<void> {
    const head = await this.#ports.open.log.head();
    while (this.#to < head.position && !this.#waker.stopped) {
      // Whose names are in the log can be read before the log can.
      if (!(await this.#copyPersons(files))) return;
      await this.#copyPiece(files, head);
      if (this.#to < head.position) await new Promise((rested) => setTimeout(rested, PAUSE_MS));
    }
    if (!(await this.#copyPersons(files))) return;
    await this.#copyLabel(files, head);
    if (this.#waker.stopped) return;
    if (this.#state === 'beginning') await this.#tidy();
    this.#state = 'keeping';
  }

  /** The copy as it was left, or a new one; undefined for one that is to be left as it is. */
  async #opened(): Promise<CopyFiles | undefined> {
    const { book, open } = this.#ports;
    const { installId } = open.store;
    const files = new CopyFiles(await copyFolder(book, installId));
    const pieces = await files.pieces();
    const last = pieces.at(-1);
    const head = await open.log.head();
    this.#pieces = pieces;
    if (last && last.to > head.position) this.#state = 'ahead';
    else if (last && !(await this.#follows(files, last))) this.#state = 'differs';
    else this.#state = 'beginning';
    if (this.#state !== 'beginning') return undefined;
    await files.keepOnly(pieces);
    [this.#persons, this.#labelled] = [{ keys: -1, forgotten: -1, at: 0, took: 0 }, -1];
    return (this.#files = files);
  }

  /** Whether the log went on from this piece. */
  async #follows(files: CopyFiles, last: Piece): Promise<boolean> {
    const copied = (await files.recordsOf(last))?.at(-1);
    const [record] = await this.#ports.open.log.records(last.to - 1, 1);
    return copied !== undefined && record?.next === copied.next && record.hash === copied.hash;
  }

  /** Copies of books that are no longer on the shelf. Where none was ever written, or it is lost, nobody can say. */
  async #tidy(): Promise<void> {
    const root = rootOf(this.#ports.book);
    const shelf = await writtenShelf(root);
    if (shelf?.present !== this.#ports.book) return;
    for (const { book } of await copyFolders(root))
      if (book !== shelf.present && book !== shelf.before?.book) await deleteCopies(book);
  }

  /** Whoever is forgotten has a key in no copy: not in one that is left as it is, nor in that of a book before. */
  async #forgetEverywhere(): Promise<void> {
    const { forgotten } = keyTables(this.#ports.open.keys.db);
    const many = await forgotten.count();
    if (many === this.#forgotten) return;
    const gone = new Set(await forgotten.toCollection().primaryKeys());
    for (const { directory } of await copyFolders(rootOf(this.#ports.book))) {
      const files = new CopyFiles(directory);
      const persons = await files.persons();
      const keys = persons?.keys.filter(([subject]) => !gone.has(subject)) ?? [];
      if (persons && keys.length < persons.keys.length)
        await files.writePersons({ keys, forgotten: [...new Set([...persons.forgotten, ...gone])] });
    }
    this.#forgotten = many;
  }

  async #copyPiece(files: CopyFiles, head: Head): Promise<void> {
    const last = this.#pieces.at(-1);
    const small = last && last.bytes < SMALL_BYTES ? last : undefined;
    const instead = small && (await this.#portion(this.#pieces.at(-2)?.to ?? 0, head));
    const grown = instead && Number(instead.after) > small.to ? instead : undefined;
    const portion = grown ?? (await this.#portion(this.#to, head));
    const kept = grown ? this.#pieces.slice(0, -1) : this.#pieces;
    const { records = 0, commits = 0 } = portion.counts;
    const number = (kept.at(-1)?.number ?? 0) + 1;
    const piece = { number, to: Number(portion.after), records, commits };
    this.#pieces = [...kept, await files.writePiece(portion.content, piece, grown && small)];
  }

  async #portion(after: number, head: Head): Promise<Portion> {
    const portion = await LOG.read(this.#ports.open, after, head);
    if (!portion) throw new Error('The log does not reach as far as its head.');
    return portion;
  }

  /** False when that has to wait: the keys of many persons were only just written. */
  async #copyPersons(files: CopyFiles): Promise<boolean> {
    const tables = keyTables(this.#ports.open.keys.db);
    // Keys only ever come, or go with somebody who is forgotten.
    const [many, gone] = [await tables.keys.count(), await tables.forgotten.count()];
    const before = this.#persons;
    if (before.keys === many && before.forgotten === gone) return true;
    const begin = performance.now();
    const wait = before.at + before.took * SHARE - begin;
    if (before.forgotten === gone && wait > REST_MS) {
      this.#soon(wait);
      return false;
    }
    const keys = (await tables.keys.toArray()).map(({ subject, key }): PlainKey => [subject, toBase64(key)]);
    await files.writePersons({ keys, forgotten: await tables.forgotten.toCollection().primaryKeys() });
    const at = performance.now();
    this.#persons = { keys: many, forgotten: gone, at, took: at - begin };
    return true;
  }

  /** Without a label, or with an old one, the copy is as good. */
  async #copyLabel(files: CopyFiles, { position }: Head): Promise<void> {
    if (this.#labelled === position) return;
    const about = await this.#ports.describe().catch(() => undefined);
    if (about === undefined) return;
    await files.writeMeta({ epoch: this.#ports.epoch, about });
    this.#labelled = position;
  }
}
