/** Shows on the app's icon how many orders are to be packed; where the system has no such mark, or forbids it, nothing happens. */
export const showBadge = (toPack: number): void => {
  // Missing in most browsers.
  const { setAppBadge, clearAppBadge } = navigator as Partial<Navigator>;
  const shown = toPack > 0 ? setAppBadge?.call(navigator, toPack) : clearAppBadge?.call(navigator);
  shown?.catch(() => undefined);
};
