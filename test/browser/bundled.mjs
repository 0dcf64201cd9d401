import { build } from 'vite';

const BUNDLED = '?bundled';

/**
 * `x.worker.ts?bundled` is the text of that worker in one piece. The development server gives a worker some hundreds of
 * files, which takes it a second; a test that kills a hundred of them can't wait for that.
 */
export const bundledWorkers = () => ({
  name: 'bundled-workers',
  enforce: 'pre',
  async load(id) {
    if (!id.endsWith(BUNDLED)) return undefined;
    const entry = id.slice(0, -BUNDLED.length);
    const [{ output }] = await build({
      configFile: false,
      logLevel: 'silent',
      build: {
        ...{ write: false, minify: false, lib: { entry, formats: ['es'] } },
        rolldownOptions: { output: { codeSplitting: false } },
      },
    });
    return `export default ${JSON.stringify(output[0].code)}`;
  },
});
