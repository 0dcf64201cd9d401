// What a language's files of words lack against English: a test asks for each language the app speaks; run by itself
// (`node .ci/missing-words.mjs es`) it tells whoever translates.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const MESSAGES = fileURLToPath(new URL('../src/ui/words/messages/', import.meta.url));

/** @typedef {string | [{ declarations: string[], selectors: string[], match: Record<string, string> }]} Message */

/** @returns {Record<string, Message>} */
const read = (/** @type {string} */ locale, /** @type {string} */ file) => {
  const path = `${MESSAGES}${locale}/${file}`;
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
};

const parts = (/** @type {string} */ text) =>
  Array.from(text.matchAll(/\{(\w+)\}/g), ([, name]) => String(name));
const texts = (/** @type {Message} */ message) =>
  typeof message === 'string' ? [message] : Object.values(message[0].match);
const set = (/** @type {string[]} */ names) => [...new Set(names)].sort().join(', ');

const countsOf = (/** @type {Message} */ message) =>
  typeof message === 'string'
    ? []
    : message[0].declarations.flatMap((line) => /= (\w+): plural/.exec(line)?.[1] ?? []);

/** What is wrong with one message; nothing when it says all that the English one says, in all forms of the language. */
function wrong(
  /** @type {string} */ locale,
  /** @type {Message} */ english,
  /** @type {Message | undefined} */ message,
) {
  if (message === undefined) return ['is missing'];
  const found = texts(message).some((text) => text.trim() === '') ? ['is empty'] : [];
  // A count may be told by its forms alone ("once", "twice"), so it counts as said where there are forms.
  const needed = set([...texts(english).flatMap(parts), ...countsOf(english)]);
  const said = set([...texts(message).flatMap(parts), ...countsOf(message)]);
  if (needed !== said) found.push(`has {${said}} where English has {${needed}}`);
  if (typeof message === 'string')
    return typeof english === 'string' ? found : [...found, 'has one form only'];
  const { selectors, match } = message[0];
  for (const form of new Intl.PluralRules(locale).resolvedOptions().pluralCategories)
    if (!Object.keys(match).includes(`${selectors[0] ?? ''}=${form}`)) found.push(`lacks the form "${form}"`);
  return found;
}

/** @returns {string[]} one line for each fault: "order.json order_again is missing" */
export function missingWords(/** @type {string} */ locale) {
  const files = readdirSync(`${MESSAGES}en`);
  return files.flatMap((file) => {
    const english = read('en', file);
    const own = read(locale, file);
    const unknown = Object.keys(own).filter((key) => !(key in english));
    return [
      ...unknown.map((key) => `${file} ${key} is not in English`),
      ...Object.entries(english).flatMap(([key, message]) =>
        wrong(locale, message, own[key]).map((fault) => `${file} ${key} ${fault}`),
      ),
    ];
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const faults = missingWords(process.argv[2] ?? 'en');
  console.log([...faults, `${String(faults.length)} faults`].join('\n'));
}
