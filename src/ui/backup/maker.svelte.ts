import type { Client, JobStatus } from '../../client/index.ts';
import type { BackupReport } from '../../jobs/back-up-book/index.ts';
import { saveFile } from '../export/save-file.ts';
import { sayNoAnswer } from '../feedback/no-answer.ts';
import { m } from '../words/index.ts';
import type { BackupFolder } from './folder.svelte.ts';
import { bookIn } from './book-in.ts';
import { problemOf } from './words.ts';

const OVER: readonly JobStatus['status'][] = ['finished', 'failed', 'cancelled'];

interface Made {
  readonly report: BackupReport;
  readonly file: File;
  /** Orders in the last backup, where that held more. */
  readonly fuller: number | undefined;
  /** The folder that it is in; `missed`: it could not be written to, and the file went to the downloads. */
  readonly folder: string | undefined;
  readonly missed: boolean;
}

/** Has a backup made and sees it out of the app. */
export class BackupMaker {
  step = $state<'asking' | 'writing' | 'made'>('asking');
  progress = $state({ done: 0, total: 0 });
  problem = $state<string>();
  made = $state.raw<Made>();
  readonly #client: Client;
  readonly #onMade: () => void;
  #jobId: string | undefined;
  #folder: BackupFolder | undefined;

  constructor(client: Client, onMade: () => void) {
    this.#client = client;
    this.#onMade = onMade;
  }

  /** Into the downloads, or this folder. */
  async make(passphrase: string | undefined, folder?: BackupFolder): Promise<void> {
    if (folder && !(await folder.allow())) return;
    this.#folder = folder;
    this.step = 'writing';
    this.problem = undefined;
    this.progress = { done: 0, total: 0 };
    try {
      const receipt = await this.#client.backups.make(passphrase);
      if (receipt.status === 'accepted') await this.#see(await this.#over((this.#jobId = receipt.jobId)));
      else this.#failed(receipt.status === 'rejected' ? problemOf(receipt.rejection) : m.backup_e_failed());
    } catch {
      this.#failed(m.backup_e_failed());
    }
  }

  async stop(): Promise<void> {
    if (this.#jobId !== undefined) await this.#client.cancelJob(this.#jobId).catch(sayNoAnswer);
  }

  save(): void {
    if (this.made) saveFile(this.made.file.name, this.made.file);
  }

  /** Whether this browser can hand the file on to another app. */
  get canShare(): boolean {
    // Missing where the browser shares nothing.
    const { canShare } = navigator as { canShare?: Navigator['canShare'] };
    return this.made !== undefined && canShare?.call(navigator, { files: [this.made.file] }) === true;
  }

  async share(): Promise<void> {
    // Whoever thinks better of it has the saved file all the same.
    if (this.made) await navigator.share({ files: [this.made.file] }).catch(() => undefined);
  }

  #over(jobId: string): Promise<JobStatus> {
    return new Promise((resolve, reject) => {
      let leave: () => void = () => undefined;
      leave = this.#client.jobs.subscribe((jobs) => {
        const job = jobs.find(({ id }) => id === jobId);
        if (job) this.progress = job.progress;
        if (!job || !OVER.includes(job.status)) return;
        resolve(job);
        queueMicrotask(() => {
          leave();
        });
      }, reject);
    });
  }

  async #see({ id, status, report, error }: JobStatus): Promise<void> {
    const content = status === 'finished' ? await this.#client.backups.file(id) : undefined;
    if (!content) {
      if (status === 'cancelled') this.step = 'asking';
      else this.#failed(error ? problemOf(error) : m.backup_e_failed());
      return;
    }
    const written = report as unknown as BackupReport;
    const before = bookIn((await this.#client.backups.last())?.about).orders;
    const file = new File([content], written.name, { type: 'application/octet-stream' });
    const folder = (await this.#folder?.write(file)) === true ? this.#folder?.name : undefined;
    this.made = {
      ...{ report: written, file, folder, missed: this.#folder !== undefined && folder === undefined },
      fuller: before > written.about.orders ? before : undefined,
    };
    if (folder === undefined) this.save();
    await this.#client.backups.handed(id);
    this.step = 'made';
    this.#onMade();
  }

  #failed(reason: string): void {
    this.step = 'asking';
    this.problem = m.backup_not_made({ reason });
  }
}
