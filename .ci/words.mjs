// The compiler of the app's words: its options, used by the build and the tests; run by itself it compiles once,
// for the checks that need the compiled words but no build.
import { fileURLToPath } from 'node:url';

export const words = {
  project: './src/ui/words/project.inlang',
  outdir: './src/ui/words/compiled',
  strategy: /** @type {('localStorage' | 'preferredLanguage' | 'baseLocale')[]} */ ([
    'localStorage',
    'preferredLanguage',
    'baseLocale',
  ]),
  outputStructure: /** @type {const} */ ('message-modules'),
  emitTsDeclarations: true,
  emitReadme: false,
  // Several processes may compile at once; none may find the words gone.
  cleanOutdir: false,
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { compile } = await import('@inlang/paraglide-js');
  await compile(words);
}
