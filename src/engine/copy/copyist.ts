import type { Json } from '../../kernel/index.ts';
import type { PlainKey } from '../backup/content.ts';
import { SECTIONS, type Portion } from '../backup/sections.ts';
import type { OpenBook } from '../host/book.ts';
import { canCopy, copyFolder, copyFolders, deleteCopies } from '../reading/copies.ts';
import type { Head } from '../ports.ts';
import { readShelf, rootOf } from '../reading/shelf.ts';
import { toBase64 } from '../sealing/cipher.ts';
import { keyTables } from '../sealing/dexie-keys.ts';
import { Waker } from '../waker.ts';
import { CopyFiles, type Meta, type Piece } from './files.ts';

const [LOG] = SECTIONS;
/** A frame smaller than this is written anew with what came since, so that there are not as many as commits. */
const SMALL_BYTES = 32 * 1024;
const PAUSE_MS = 50;
/** So long nothing new has come: whoever writes much is not kept waiting by what copies it. */
const REST_MS = 500;
/** So long nobody rests who never rests. */
const LATEST_MS = 60_000;

interface Ports {
  readonly book: string;
  readonly open: Pick<OpenBook, 'log' | 'keys' | 'store' | 'feed'>;
  readonly epoch: number;
  /** The trade's own words on the book. */
  readonly describe: () => Promise<Json>;
}

/**
 * How a second copy stands. One that holds more than the book, which has lost its end (`ahead`), or otherwise than the
 * book (`differs`) is left as it is until somebody says which of the two counts.
 */
export interface CopyStatus {
  readonly state: 'keeping' | 'ahead' | 'differs' | 'failed';
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
  readonly #waker = new Waker(() => this.#copy());
  readonly #leave: () => void;
  #files: CopyFiles | undefined;
  #pieces: readonly Piece[] = [];
  #state: CopyStatus['state'] = canCopy() ? 'keeping' : 'failed';
  #persons = '';
  #about = '';
  #waiting: ReturnType<typeof setTimeout> | undefined;
  /** Since when it has waited for a rest. */
  #since: number | undefined;

  constructor(ports: Ports) {
    this.#ports = ports;
    this.#leave = ports.open.feed.subscribe(() => {
      this.soon();
    });
  }

  get status(): CopyStatus {
    return { state: this.#state, position: this.#to };
  }

  /** Once the book rests. */
  soon(): void {
    if (this.#waker.stopped || !canCopy()) return;
    const now = performance.now();
    this.#since ??= now;
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(
      () => {
        this.now();
      },
      Math.max(0, Math.min(REST_MS, this.#since + LATEST_MS - now)),
    );
  }

  /** At once: somebody was forgotten, and their key is to be in no copy. */
  now(): void {
    if (!canCopy()) return;
    clearTimeout(this.#waiting);
    this.#since = undefined;
    this.#waker.wake();
  }

  async stop(): Promise<void> {
    this.#leave();
    clearTimeout(this.#waiting);
    await this.#waker.stop();
  }

  get #to(): number {
    return this.#pieces.at(-1)?.to ?? 0;
  }

  async #copy(): Promise<void> {
    try {
      // One that was left as it is may have been let go of meanwhile.
      const files = (this.#state === 'keeping' && this.#files) || (await this.#opened());
      if (!files) return;
      const { open } = this.#ports;
      const head = await open.log.head();
      // Whose names are in the log can be read before the log can.
      await this.#copyPersons(files);
      await this.#copyAbout(files);
      while (this.#to < head.position && !this.#waker.stopped) {
        await this.#copyPiece(files, head);
        // A large book that was never copied takes a minute, in which others want something of this worker, too.
        if (this.#to < head.position) await new Promise((rested) => setTimeout(rested, PAUSE_MS));
      }
    } catch (error) {
      this.#state = 'failed';
      throw error;
    }
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
    else this.#state = 'keeping';
    if (this.#state !== 'keeping') return undefined;
    await files.keepOnly(pieces);
    await this.#tidy();
    [this.#persons, this.#about] = ['', ''];
    return (this.#files = files);
  }

  /** Whether the log went on from this piece. */
  async #follows(files: CopyFiles, last: Piece): Promise<boolean> {
    const copied = (await files.recordsOf(last))?.at(-1);
    const [record] = await this.#ports.open.log.records(last.to - 1, 1);
    return copied !== undefined && record?.next === copied.next && record.hash === copied.hash;
  }

  /** Copies of books that are no longer on the shelf. */
  async #tidy(): Promise<void> {
    const root = rootOf(this.#ports.book);
    const { present, before } = await readShelf(root);
    for (const { book } of await copyFolders(root))
      if (book !== present && book !== before?.book) await deleteCopies(book);
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

  async #copyPersons(files: CopyFiles): Promise<void> {
    const { open } = this.#ports;
    const tables = keyTables(open.keys.db);
    // Keys only ever come, or go with somebody who is forgotten.
    const mark = `${String(await tables.keys.count())}/${String(await tables.forgotten.count())}`;
    if (this.#persons === mark) return;
    // Who was forgotten first: of somebody who is forgotten in between there may be no key any more, never one too many.
    const forgotten = await tables.forgotten.toCollection().primaryKeys();
    const keys = (await tables.keys.toArray()).map(({ subject, key }): PlainKey => [subject, toBase64(key)]);
    await files.writePersons({ keys, forgotten });
    this.#persons = mark;
  }

  async #copyAbout(files: CopyFiles): Promise<void> {
    const meta: Meta = { epoch: this.#ports.epoch, about: await this.#ports.describe() };
    const text = JSON.stringify(meta);
    if (text === this.#about) return;
    await files.writeMeta(meta);
    this.#about = text;
  }
}
