import { preview } from 'vite';

/**
 * Serves the build as `npm start` does and, from an origin and a store of its own, the raw page under the same headers.
 * @param {number} port of the app; the raw page has the next one
 */
export const startServers = async (port) => {
  const app = await preview({ preview: { port, strictPort: true }, logLevel: 'warn' });
  const raw = await preview({
    configFile: false,
    appType: 'mpa',
    root: import.meta.dirname,
    build: { outDir: 'raw' },
    preview: { port: port + 1, strictPort: true, headers: app.config.preview.headers },
    logLevel: 'warn',
  });
  return {
    app: `http://localhost:${port}/`,
    raw: `http://localhost:${port + 1}/`,
    close: () => Promise.all([app.close(), raw.close()]),
  };
};
