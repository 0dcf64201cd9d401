const CHANNEL = 'counterfoil-at-work';
const DEEDS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;
/** Other pages need not hear of every key. */
const TELL_MS = 1_000;
const LOOK_MS = 1_000;

/**
 * Calls `onidle` once when nobody has touched a key, the screen or the mouse for so long, in this page or in any other of
 * the app. A device that slept meanwhile counts as left alone: the first touch after that finds it locked. Gives the way
 * to stop.
 */
export const watchIdle = (milliseconds: number, onidle: () => void): (() => void) => {
  const channel = new BroadcastChannel(CHANNEL);
  let last = Date.now();
  let told = 0;
  const stop = (): void => {
    clearInterval(timer);
    channel.close();
    for (const deed of DEEDS) removeEventListener(deed, touched, true);
    document.removeEventListener('visibilitychange', look);
  };
  const look = (): boolean => {
    if (Date.now() - last < milliseconds) return false;
    stop();
    onidle();
    return true;
  };
  const touched = (): void => {
    if (look()) return;
    last = Date.now();
    if (last - told < TELL_MS) return;
    told = last;
    channel.postMessage('touched');
  };
  channel.onmessage = () => {
    if (!look()) last = Date.now();
  };
  for (const deed of DEEDS) addEventListener(deed, touched, { capture: true, passive: true });
  document.addEventListener('visibilitychange', look);
  const timer = setInterval(look, LOOK_MS);
  return stop;
};
