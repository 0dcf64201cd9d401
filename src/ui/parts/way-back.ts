/** Of HTML's close watchers: where they are, a request to close is the device's way back. TypeScript has no word of them yet. */
export interface CloseWatcher extends EventTarget {
  requestClose(): void;
  destroy(): void;
}
export type CloseWatchers = typeof globalThis & { CloseWatcher?: new () => CloseWatcher };

const roomOf = ({ hash }: { readonly hash: string }): string => hash.split('?', 1)[0] ?? '';

/**
 * Calls `leave` when somebody goes back from what stands over the page: by the device's own gesture where the browser tells
 * of it (a desk's is Escape, which a dialog hears by itself), or to an address of another room or sheet. `ask` hears of the
 * gesture before and may prevent it, and of a desk's way back where the browser lets that be prevented. Ends with the function
 * that is returned.
 */
export const onWayBack = (leave: () => void, ask?: (event: Event) => void): (() => void) => {
  const began = roomOf(location);
  const moved = (): void => {
    if (roomOf(location) !== began) leave();
  };
  const goesBack = (event: NavigateEvent): void => {
    const leaves = event.navigationType === 'traverse' && roomOf(new URL(event.destination.url)) !== began;
    if (event.cancelable && leaves) ask?.(event);
  };
  addEventListener('hashchange', moved);
  const { navigation } = globalThis as { readonly navigation?: Navigation };
  navigation?.addEventListener('navigate', goesBack);
  const { CloseWatcher } = globalThis as CloseWatchers;
  const watcher = CloseWatcher && matchMedia('(pointer: coarse)').matches ? new CloseWatcher() : undefined;
  if (ask) watcher?.addEventListener('cancel', ask);
  watcher?.addEventListener('close', leave);
  return () => {
    removeEventListener('hashchange', moved);
    navigation?.removeEventListener('navigate', goesBack);
    watcher?.destroy();
  };
};
