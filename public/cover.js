// Before the app and its files are there: the page is in the person's language and light, and says on a first visit
// what is about to open. A file of its own, for the security policy lets no script stand in the page.
(() => {
  /** @type {(key: string) => string | null} */
  const kept = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  const page = document.documentElement;
  for (const look of ['theme', 'contrast']) {
    const choice = kept(`counterfoil.${look}`);
    if (choice !== null && choice !== 'system') page.dataset[look] = choice;
  }
  const spoken = [kept('counterfoil.language') ?? '', ...navigator.languages].map((tag) => tag.split('-')[0]);
  /** @type {NodeListOf<HTMLElement>} */
  const leads = document.querySelectorAll('#cover p[lang]');
  const isLead = (/** @type {string | undefined} */ language) =>
    [...leads].some(({ lang }) => lang === language);
  const lead = [...leads].find(({ lang }) => lang === (spoken.find(isLead) ?? 'en'));
  if (lead === undefined) return;
  page.lang = lead.lang;
  page.dir = lead.dir;
  if (kept('counterfoil-install') === null) lead.hidden = false;
})();
