import { directionOf, locales, saying } from './messages.mjs';

/**
 * A member of the web app manifest in every language: the browser takes its own (Chromium from 148 on), others the English
 * one. So one static file does for all, and what is installed follows the system's language, as its menus do.
 * @template {string} Member
 * @returns {Record<Member, string>}
 */
export const inEveryLanguage = (
  /** @type {Member} */ member,
  /** @type {string} */ file,
  /** @type {string} */ key,
) => {
  const others = locales.filter((lang) => lang !== 'en');
  const said = others.map((lang) => [lang, { value: saying(lang, file, key), lang, dir: directionOf(lang) }]);
  return /** @type {Record<Member, string>} */ ({
    [member]: saying('en', file, key),
    [`${member}_localized`]: Object.fromEntries(said),
  });
};
