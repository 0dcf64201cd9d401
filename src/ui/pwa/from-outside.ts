import { NAME_HEADER, SHARED_FILES, SHARED_MARK } from '../../shell/shared-files.ts';
import { handed } from './handed.svelte.ts';

/** What Chromium tells an app that was opened with files; no standard knows it yet. */
interface Launch {
  readonly files?: readonly { getFile(): Promise<File> }[];
}

declare global {
  interface Window {
    readonly launchQueue?: { setConsumer(consumer: (launch: Launch) => void): void };
  }
}

const sharedFiles = async (): Promise<File[]> => {
  const shelf = await caches.open(SHARED_FILES);
  const kept = await Promise.all((await shelf.keys()).map((request) => shelf.match(request)));
  const files = kept
    .filter((response) => response !== undefined)
    .map(async (response) => {
      const name = decodeURIComponent(response.headers.get(NAME_HEADER) ?? '');
      return new File([await response.blob()], name);
    });
  const read = await Promise.all(files);
  await caches.delete(SHARED_FILES);
  return read;
};

/** Takes in what comes from outside: files opened with the app, and what other apps share with it. */
export const takeFromOutside = async (): Promise<void> => {
  window.launchQueue?.setConsumer(({ files = [] }) => {
    // A file that is gone meanwhile is like one that was never opened.
    void Promise.all(files.map((handle) => handle.getFile())).then(
      (opened) => handed.take(opened),
      () => undefined,
    );
  });
  if (location.search !== SHARED_MARK) return;
  history.replaceState(history.state, '', location.pathname + location.hash);
  await handed.take(await sharedFiles());
};
