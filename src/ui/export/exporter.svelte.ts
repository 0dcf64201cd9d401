import type { Client, JobStatus } from '../../client/index.ts';
import { toasts } from '../parts/toasts.svelte.ts';
import { sentence } from '../words/errors.ts';
import { count, today } from '../words/format.ts';
import { m } from '../words/index.ts';
import { saveFile } from './save-file.ts';

export type ExportedList =
  'orders' | 'order-lines' | 'customers' | 'products' | 'stock' | 'payments' | 'activity';
export type ExportFormat = 'csv' | 'json';

const OVER: readonly JobStatus['status'][] = ['finished', 'failed', 'cancelled'];

/** Has a list written into a file, and hands the file over once it is there. */
export class Exporter {
  running = $state(false);
  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
  }

  async export(list: ExportedList, format: ExportFormat, filter: object = {}): Promise<void> {
    if (this.running) return;
    this.running = true;
    try {
      const receipt = await this.#client.startJob('ExportList', { list, format, filter });
      // The day is the person's own; the worker counts in UTC.
      const name = `${list}-${today()}.${format}`;
      if (receipt.status === 'accepted') await this.#hand(name, await this.#over(receipt.jobId));
      else this.#failed(receipt.status === 'rejected' ? sentence(receipt.rejection) : '');
    } catch {
      this.#failed('');
    } finally {
      this.running = false;
    }
  }

  /** The job once it has ended, however it did. */
  #over(jobId: string): Promise<JobStatus> {
    return new Promise((resolve, reject) => {
      let leave: () => void = () => undefined;
      leave = this.#client.jobs.subscribe((jobs) => {
        const job = jobs.find(({ id, status }) => id === jobId && OVER.includes(status));
        if (!job) return;
        resolve(job);
        queueMicrotask(() => {
          leave();
        });
      }, reject);
    });
  }

  async #hand(name: string, { id, status, report, error }: JobStatus): Promise<void> {
    const file = status === 'finished' ? await this.#client.jobFile(id) : undefined;
    if (!file) {
      this.#failed(error ? sentence(error) : '');
      return;
    }
    const { rows } = report as { readonly rows: number };
    saveFile(name, file);
    toasts.show(m.import_export_done({ count: rows, figure: count(rows), name }), { tone: 'good' });
  }

  #failed(reason: string): void {
    toasts.show(m.import_export_failed({ reason }), { tone: 'wrong' });
  }
}
