// `npm start`: on a bare clone too, so only what Node has itself may be imported before the installation.
import { join } from 'node:path';
import { buildWhenOutdated } from './build.mjs';
import { installPackages } from './install.mjs';

process.chdir(join(import.meta.dirname, '..'));
installPackages();
buildWhenOutdated();

const usual = Number(process.env['PORT'] || 4173);
const { preview } = await import('vite');
const server = await preview({ preview: { port: usual, strictPort: false }, logLevel: 'warn' });
const address = server.resolvedUrls?.local[0] ?? '';
console.log(`\n  Counterfoil is open at ${address}\n`);
if (new URL(address).port !== String(usual)) {
  console.log(`  Port ${usual} is taken. A browser keeps one book per address: this is another book.\n`);
}
