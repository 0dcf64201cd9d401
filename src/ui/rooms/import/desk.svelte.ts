import { push } from 'svelte-spa-router';
import type { Client } from '../../../client/index.ts';
import { sentence } from '../../words/errors.ts';
import { m } from '../../words/index.ts';
import { chosenFiles } from './chosen-files.ts';

/** Where files are handed over: first to be checked, then to be imported. */
export class Desk {
  starting = $state(false);
  problem = $state<string>();
  readonly #client: Client;
  readonly #currency: () => string | undefined;

  /** `currency`: the book's, in which fees of the files are. */
  constructor(client: Client, currency: () => string | undefined) {
    this.#client = client;
    this.#currency = currency;
  }

  hasFilesOf(jobId: string): boolean {
    return chosenFiles.has(jobId);
  }

  check(files: readonly File[]): Promise<void> {
    return this.#start('check', files);
  }

  /** Imports what this check has read. */
  async importChecked(jobId: string): Promise<void> {
    const files = chosenFiles.get(jobId);
    if (files) await this.#start('import', files);
    else this.problem = m.import_files_missing();
  }

  /** Asks it to stop; the listing tells when it has. */
  async stop(jobId: string): Promise<void> {
    await this.#client.cancelJob(jobId).catch(() => {
      this.problem = m.import_stop_failed();
    });
  }

  async #start(mode: 'check' | 'import', files: readonly File[]): Promise<void> {
    if (this.starting || files.length === 0) return;
    this.starting = true;
    this.problem = undefined;
    const handed = files.map((content) => ({ fileId: this.#client.newId(), name: content.name, content }));
    const bookCurrency = this.#currency();
    const payload = {
      files: handed.map(({ fileId, name }) => ({ fileId, name })),
      mode,
      ...(bookCurrency === undefined ? {} : { bookCurrency }),
    };
    try {
      const receipt = await this.#client.startJob('ImportBook', payload, { files: handed });
      if (receipt.status === 'accepted') {
        if (mode === 'check') chosenFiles.set(receipt.jobId, files);
        await push(`/import/${receipt.jobId}`);
      } else
        this.problem = m.import_start_failed({
          reason: receipt.status === 'rejected' ? sentence(receipt.rejection) : '',
        });
    } catch {
      this.problem = m.import_start_failed({ reason: '' });
    } finally {
      this.starting = false;
    }
  }
}
