import { directionOf, locales, saying } from './messages.mjs';

const PLACE = '<!-- lead -->';
const escaped = (/** @type {string} */ text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/**
 * Writes what the first page says of the app into the page itself, in every language: public/cover.js shows the one.
 * @returns {import('vite').Plugin}
 */
export const cover = () => ({
  name: 'cover',
  transformIndexHtml(html) {
    if (!html.includes(PLACE)) throw new Error('The page has no place for the lead');
    const leads = locales.map((lang) => {
      const lead = saying(lang, 'first-run', 'first_run_lead');
      return `<p lang="${lang}" dir="${directionOf(lang)}" hidden>${escaped(lead)}</p>`;
    });
    return html.replace(PLACE, leads.join('\n      '));
  },
});
