import type { Client } from '../../client/index.ts';

/** What Chromium has of the File System Access API; no other browser knows it yet. */
interface Pickable {
  showDirectoryPicker(options: { id: string; mode: 'readwrite' }): Promise<FileSystemDirectoryHandle>;
}
interface Asking {
  requestPermission(asked: { mode: 'readwrite' }): Promise<PermissionState>;
}

/** A folder of the person's choice into which backups go: on a stick, or where another app takes it to the cloud. */
export class BackupFolder {
  /** Whether this browser writes into folders at all. */
  readonly possible = 'showDirectoryPicker' in window;
  #handle = $state.raw<FileSystemDirectoryHandle>();
  readonly #backups: Client['backups'];

  constructor({ backups }: Pick<Client, 'backups'>, onknown: () => void) {
    this.#backups = backups;
    if (!this.possible) return;
    backups.folder().then(
      (kept) => {
        this.#handle = kept;
        if (kept) onknown();
      },
      // Then it is chosen anew.
      () => undefined,
    );
  }

  get name(): string | undefined {
    return this.#handle?.name;
  }

  /** Asks for another one. False when the person thought better of it. */
  async choose(): Promise<boolean> {
    try {
      const picker = window as unknown as Pickable;
      this.#handle = await picker.showDirectoryPicker({ id: 'backups', mode: 'readwrite' });
    } catch {
      return false;
    }
    // Not kept, it is asked for again the next time.
    await this.#backups.keepFolder(this.#handle).catch(() => undefined);
    return true;
  }

  /** To be asked while the person's press is fresh. False when there is none in the end, or it may not be written to. */
  async allow(): Promise<boolean> {
    if (!this.#handle) return this.choose();
    const asking = this.#handle as unknown as Asking;
    return (await asking.requestPermission({ mode: 'readwrite' }).catch(() => 'denied')) === 'granted';
  }

  /** Whether the file is there, whole. */
  async write(file: File): Promise<boolean> {
    try {
      const entry = await this.#handle?.getFileHandle(file.name, { create: true });
      const stream = await entry?.createWritable();
      await stream?.write(file);
      await stream?.close();
      return (await entry?.getFile())?.size === file.size;
    } catch {
      return false;
    }
  }
}
