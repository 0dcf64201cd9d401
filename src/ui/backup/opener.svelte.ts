import type { Client } from '../../client/index.ts';
import type { BookInBackup } from '../../jobs/back-up-book/index.ts';
import { m } from '../words/index.ts';
import { bookIn } from './book-in.ts';
import { problemOf } from './words.ts';

interface Found {
  readonly id: string;
  readonly book: BookInBackup;
  /** ISO instant. */
  readonly madeAt: string;
  /** The beginning of the chain's hash at its end: two files of the same book up to the same entry have the same. */
  readonly fingerprint: string;
}

/** Opens a backup: looks into it, takes it in beside the book, puts it in its place. Until the last step nothing is changed. */
export class BackupOpener {
  step = $state<'choosing' | 'locked' | 'found' | 'reading'>('choosing');
  file = $state.raw<File>();
  found = $state.raw<Found>();
  problem = $state<string>();
  busy = $state(false);
  progress = $state({ done: 0, total: 0 });
  readonly #client: Client;
  #wanted = true;

  constructor(client: Client) {
    this.#client = client;
  }

  async look(file: File, passphrase?: string): Promise<void> {
    if (this.busy) return;
    this.file = file;
    await this.#trying(async () => {
      const opened = await this.#client.backups.open(file, passphrase);
      if (opened.status === 'opened') {
        const { id, backup } = opened;
        const { about, madeAt, head } = backup;
        this.found = { id, book: bookIn(about), madeAt, fingerprint: head.hash.slice(0, 16) };
        this.step = 'found';
      } else if (opened.rejection.code === 'needs-passphrase') this.step = 'locked';
      else this.problem = problemOf(opened.rejection);
    });
  }

  /** Ends with a reload, which shows the other book. */
  async open(): Promise<void> {
    const { found } = this;
    if (!found || this.busy) return;
    this.step = 'reading';
    this.#wanted = true;
    await this.#trying(async () => {
      const staged = await this.#client.backups.stage(found.id, (step) => {
        this.progress = step;
        return this.#wanted;
      });
      const refused =
        staged === 'ready'
          ? await this.#client.backups.adopt(found.id)
          : staged === 'given-up'
            ? undefined
            : staged;
      if (staged === 'ready' && !refused) {
        this.#arrive();
        return;
      }
      this.problem = refused && problemOf(refused);
      this.#again();
    });
  }

  stop(): void {
    this.#wanted = false;
  }

  async leave(): Promise<void> {
    this.stop();
    if (this.found && !this.busy) await this.#client.backups.drop(this.found.id).catch(() => undefined);
  }

  #again(): void {
    this.step = 'choosing';
    this.found = undefined;
  }

  #arrive(): void {
    location.hash = '#/today';
    location.reload();
  }

  async #trying(work: () => Promise<void>): Promise<void> {
    this.busy = true;
    this.problem = undefined;
    try {
      await work();
    } catch {
      this.problem = m.backup_e_failed();
      this.#again();
    }
    this.busy = false;
  }
}
