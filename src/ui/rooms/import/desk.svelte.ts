import { push } from 'svelte-spa-router';
import type { Client } from '../../../client/index.ts';
import { BookSettings } from '../../../views/book/index.ts';
import { sentence } from '../../words/errors.ts';
import { m } from '../../words/index.ts';
import type { Mapping } from '../../../jobs/import-book/index.ts';
import { chosenFiles, type ChosenFile } from './chosen-files.ts';
import { rememberLetters, type Encodings } from './letters.ts';
import { rememberedMappings, rememberMapping } from './mappings.ts';

/** Where files are handed over: first to be checked, then to be imported. */
export class Desk {
  starting = $state(false);
  problem = $state<string>();
  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
  }

  hasFilesOf(jobId: string): boolean {
    return chosenFiles.has(jobId);
  }

  check(files: readonly File[]): Promise<void> {
    return this.#start(
      'check',
      files.map((content) => ({ content })),
    );
  }

  /** Imports what this check has read. */
  async importChecked(jobId: string): Promise<void> {
    const files = chosenFiles.get(jobId);
    if (files) await this.#start('import', files);
    else this.problem = m.import_files_missing();
  }

  /** Reads the files of a check once more, now that somebody said what their columns are. */
  async map(jobId: string, mapping: Mapping): Promise<void> {
    rememberMapping(localStorage, mapping);
    const files = chosenFiles.get(jobId);
    if (files) await this.#start('check', files);
    else this.problem = m.import_files_missing();
  }

  /** Reads the files of a check once more, those at these places with their letters written so. */
  async readAs(jobId: string, encodings: Encodings): Promise<void> {
    const files = chosenFiles.get(jobId);
    for (const encoding of encodings.values()) rememberLetters(localStorage, encoding);
    const read = files?.map(({ content }, place) => {
      const encoding = encodings.get(place);
      return { content, ...(encoding && { encoding }) };
    });
    if (read) await this.#start('check', read);
    else this.problem = m.import_files_missing();
  }

  /** Reads the files of a check once more but for the one at this place, which was not meant. */
  async leaveOut(jobId: string, place: number): Promise<void> {
    const files = chosenFiles.get(jobId);
    if (files) await this.#start('check', files.toSpliced(place, 1));
    else this.problem = m.import_files_missing();
  }

  /** Takes back what this import brought. */
  async undo(importId: string): Promise<void> {
    if (this.starting) return;
    this.starting = true;
    this.problem = undefined;
    try {
      const receipt = await this.#client.startJob('UndoImport', { importId });
      if (receipt.status === 'accepted') await push(`/import/${receipt.jobId}`);
      else
        this.problem = receipt.status === 'rejected' ? sentence(receipt.rejection) : m.import_undo_failed();
    } catch {
      this.problem = m.import_undo_failed();
    } finally {
      this.starting = false;
    }
  }

  /** Asks it to stop; the listing tells when it has. */
  async stop(jobId: string): Promise<void> {
    await this.#client.cancelJob(jobId).catch(() => {
      this.problem = m.import_stop_failed();
    });
  }

  async #start(mode: 'check' | 'import', files: readonly ChosenFile[]): Promise<void> {
    if (this.starting || files.length === 0) return;
    this.starting = true;
    this.problem = undefined;
    const given = files.map(({ content, ...how }) => ({
      ...{ fileId: this.#client.newId(), name: content.name, content },
      how,
    }));
    try {
      const payload = {
        files: given.map(({ fileId, name, how }) => ({ fileId, name, ...how })),
        mode,
        mappings: rememberedMappings(localStorage),
        ...(await this.#terms()),
      };
      const receipt = await this.#client.startJob('ImportBook', payload, {
        files: given.map(({ how: _, ...file }) => file),
      });
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

  /** What the files don't say, as the book has it now: a book that was opened a moment ago is not yet in its list. */
  async #terms(): Promise<{ bookCurrency: string }> {
    const { head } = await this.#client.health();
    const { answer } = await this.#client.query(BookSettings, {}, { atLeast: head.position });
    return { bookCurrency: answer.currency };
  }
}
