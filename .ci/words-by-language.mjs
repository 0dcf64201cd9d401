// A page loads the words of its own language, and of them only those of the chunks it needs. The compiler gives every
// message a module that holds it in all languages; in the build, once it is known which messages a chunk needs, each
// language's get a file beside it, and the chunk waits for the one of the page's language. `m.<key>()` stays as it is
// written. Words that a language lacks are said in the base language: test/house finds them.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { locales } from './messages.mjs';

const WORDS = fileURLToPath(new URL('../src/ui/words/', import.meta.url));
const MESSAGES = `${WORDS}compiled/messages/`;
const LANGUAGE = `${WORDS}language.ts`;
const ALL = 'virtual:words/';
/** So many words cost less in every language than a file to wait for. */
const FEW = 2;

/** @typedef {import('vite').Rolldown.RenderedChunk} Chunk */

const keyOf = (/** @type {string} */ id) =>
  id.startsWith(MESSAGES) && !id.endsWith('/_index.js')
    ? id.slice(MESSAGES.length, -'.js'.length)
    : undefined;

/** One message in one language as a function, cut from its compiled module. */
function message(/** @type {string} */ key, /** @type {string} */ locale) {
  const compiled = readFileSync(`${MESSAGES}${key}.js`, 'utf8');
  const from = new RegExp(`^const ${locale}_${key} = `, 'm').exec(compiled);
  if (from === null) throw new Error(`No words in ${locale} for ${key}: has the compiler changed?`);
  const rest = compiled.slice(from.index + from[0].length);
  const [, other] = /^(\w+?)_\w+;\n/.exec(rest) ?? [];
  if (other !== undefined) return message(key, other);
  return rest
    .slice(0, rest.indexOf('\n};') + 2)
    .replaceAll(/\/\*\*.*?\*\/ /g, '')
    .replaceAll(/registry\.plural\("[\w-]+", (i\?\.\w+), \{\}\)/g, 'plural($1)')
    .replaceAll(/\$\{(i\?\.\w+)\}/g, '${said($1)}');
}

/** The words of a list of messages. It imports nothing: what waits for it may be what it would import. */
const catalog = (/** @type {string[]} */ keys, /** @type {string} */ locale) =>
  `({ plural, said }) => [${keys.map((key) => message(key, locale)).join(',')}]`;

const pick = (/** @type {[string, string][]} */ files, language = 'language') =>
  `(await { ${files.map(([locale, file]) => `${locale}: () => import('${file}')`).join(', ')} }[${language}.locale]()).default(${language})`;

/** For the development server and the tests: everything in the page's language at once. @returns {import('vite').Plugin} */
const allWords = () => ({
  name: 'words-by-language:serve',
  apply: 'serve',
  enforce: 'pre',
  resolveId: (id) => (id.startsWith(ALL) ? `\0${id}` : undefined),
  load(id) {
    const index = readFileSync(`${MESSAGES}_index.js`, 'utf8');
    const keys = Array.from(index.matchAll(/'\.\/(\w+)\.js'/g), ([, key]) => String(key));
    if (id.startsWith(`\0${ALL}`)) {
      for (const key of keys) this.addWatchFile(`${MESSAGES}${key}.js`);
      return `export default ${catalog(keys, id.slice(1 + ALL.length))}`;
    }
    if (id !== `${MESSAGES}_index.js`) return undefined;
    const files = locales.map((locale) => /** @type {[string, string]} */ ([locale, ALL + locale]));
    return `import { language } from '${LANGUAGE}';\nexport const [${keys.join(', ')}] = ${pick(files)};`;
  },
});

/** @returns {import('vite').Plugin} */
const wordsOfChunks = () => ({
  name: 'words-by-language:build',
  apply: 'build',
  enforce: 'pre',
  load(id) {
    const key = keyOf(id);
    if (key === undefined) return undefined;
    const code = `import { language } from '${LANGUAGE}';\nexport const ${key} = __words(language, '${key}');`;
    return { code, moduleSideEffects: false };
  },
  renderChunk(code, chunk, _options, { chunks }) {
    const said = /__words\(([\w$.]+), [`'"](\w+)[`'"]\)/g;
    const language = said.exec(code)?.[1];
    if (language === undefined) return null;
    if (chunk.moduleIds.includes(LANGUAGE)) throw new Error('The language must be known before its words');
    const keys = keysFor(chunk, chunks);
    const words = code.replaceAll(said, (_, _language, key) => `__words[${String(keys.indexOf(key))}]`);
    if (keys.length <= FEW) {
      const inAll = locales.map((locale) => `${locale}: ${catalog(keys, locale)}`);
      return {
        code: `const __words = { ${inAll.join(', ')} }[${language}.locale](${language});\n${words}`,
        map: null,
      };
    }
    const files = locales.map((locale) => {
      const source = `export default ${catalog(keys, locale)}`;
      const hash = createHash('sha256').update(source).digest('base64url').slice(0, 8);
      const fileName = `assets/words-${locale}-${hash}.js`;
      this.emitFile({ type: 'asset', fileName, source });
      return /** @type {[string, string]} */ ([locale, `./words-${locale}-${hash}.js`]);
    });
    return { code: `const __words = ${pick(files, language)};\n${words}`, map: null };
  },
});

/** What a chunk's file of words holds: its own, or, for those that every page needs, all theirs, with one wait. */
function keysFor(/** @type {Chunk} */ chunk, /** @type {Record<string, Chunk>} */ chunks) {
  /** @type {Set<Chunk>} */
  const first = new Set();
  const add = (/** @type {Chunk | undefined} */ needed) => {
    if (needed === undefined || first.has(needed)) return;
    first.add(needed);
    for (const file of needed.imports) add(chunks[file]);
  };
  for (const entry of Object.values(chunks)) if (entry.isEntry) add(entry);
  const together = first.has(chunk) ? [...first] : [chunk];
  return together.flatMap(({ moduleIds }) => moduleIds.flatMap((id) => keyOf(id) ?? [])).toSorted();
}

export const wordsByLanguage = () => [allWords(), wordsOfChunks()];

/** The language's module stands in a chunk that waits for nothing; what all else waits for. */
export const isLanguage = /src\/ui\/words\/language\.ts$/;
