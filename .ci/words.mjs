// The compiler of the app’s words and its options, for the build and the tests; run by itself it compiles once,
// for the checks that need the compiled words but no build.
import { fileURLToPath } from 'node:url';
import { compile, paraglideVitePlugin } from '@inlang/paraglide-js';

const words = {
  project: './src/ui/words/project.inlang',
  outdir: './src/ui/words/compiled',
  // Which language it is, src/ui/words/language.ts decides; words-by-language.mjs asks there.
  strategy: /** @type {('globalVariable' | 'baseLocale')[]} */ (['globalVariable', 'baseLocale']),
  outputStructure: /** @type {const} */ ('message-modules'),
  emitTsDeclarations: true,
  emitReadme: false,
  // Several processes may compile at once; none may find the words gone.
  cleanOutdir: false,
};

/** Compiles them with a build or the tests, unless that was done just now: it takes half as long as a build. */
export const compiling = () =>
  process.env['COUNTERFOIL_WORDS'] === 'compiled' ? [] : [paraglideVitePlugin(words)];

if (process.argv[1] === fileURLToPath(import.meta.url)) await compile(words);
