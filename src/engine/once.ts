/** Loads something when it is first asked for, and keeps it; a loading that failed is tried anew by whoever asks next. */
export const once = <Loaded>(
  load: () => Promise<Loaded>,
): { readonly get: () => Promise<Loaded>; readonly peek: () => Promise<Loaded> | undefined } => {
  let loaded: Promise<Loaded> | undefined;
  return {
    get: () => {
      if (loaded) return loaded;
      const loading = load();
      loaded = loading;
      loading.catch(() => {
        loaded = undefined;
      });
      return loading;
    },
    /** What was loaded, or is being; undefined when nobody has asked. */
    peek: () => loaded,
  };
};
