import { push } from 'svelte-spa-router';

const BACKUP = '.counterfoil';

/** Files that the system has handed to the app, until the room that knows what to do with them takes them. */
class Handed {
  /** To be imported. */
  tables = $state.raw<readonly File[]>([]);
  /** To be opened in place of the book; of several the first. */
  backup = $state.raw<File>();

  /** Takes tables to the import room; a backup asks over whatever room stands. */
  async take(files: readonly File[]): Promise<void> {
    const isBackup = ({ name }: File): boolean => name.toLowerCase().endsWith(BACKUP);
    this.backup = files.find(isBackup) ?? this.backup;
    const tables = files.filter((file) => !isBackup(file));
    if (tables.length === 0) return;
    this.tables = tables;
    await push('/import');
  }

  /** Hands the tables over; they are handed over once. */
  givenTables(): readonly File[] {
    const { tables } = this;
    this.tables = [];
    return tables;
  }
}

export const handed = new Handed();
