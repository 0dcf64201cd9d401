/**
 * Vitest's browser mode hands every dynamic import to its runner, which stands in the page: a worker has none. To be
 * imported before the engine.
 */
Object.assign(globalThis, {
  __vitest_browser_runner__: { wrapDynamicImport: (load: () => Promise<unknown>) => load() },
});
