/**
 * What a browser asks for before it offers to install an app; Lighthouse no longer looks.
 * @param {import('playwright-core').Browser} browser
 * @param {string} address where the build is served
 * @returns {Promise<{what: string, holds: boolean}[]>}
 */
export async function installability(browser, address) {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(address);
    const devtools = await context.newCDPSession(page);
    const manifest = JSON.parse((await devtools.send('Page.getAppManifest')).data ?? '{}');
    const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
    const complaints = installabilityErrors
      .map(({ errorId }) => errorId)
      .filter((id) => id !== 'in-incognito');
    const icons = await iconsOf(page, manifest.icons ?? []);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.reload();
    const isControlled = await page.evaluate(() => navigator.serviceWorker.controller !== null);
    await context.setOffline(true);
    const offline = await page.reload().catch(() => undefined);
    return [
      {
        what: 'the manifest has a name and a short one',
        holds: Boolean(manifest.name && manifest.short_name),
      },
      { what: 'it starts within its scope, in a window of its own', holds: startsWithin(manifest, address) },
      { what: 'icons of 192 and 512 px that load, one of them maskable', holds: icons },
      { what: 'the service worker has the page', holds: isControlled },
      { what: 'the page opens without a network', holds: offline?.ok() === true },
      {
        what: `the browser has nothing against it${complaints.map((id) => ` (${id})`).join('')}`,
        holds: complaints.length === 0,
      },
    ];
  } finally {
    await context.close();
  }
}

function startsWithin({ start_url: start, scope, display }, address) {
  const at = (path) => new URL(path ?? './', address).href;
  return at(start).startsWith(at(scope)) && ['standalone', 'minimal-ui', 'fullscreen'].includes(display);
}

async function iconsOf(page, icons) {
  const has = (sizes, purpose = 'any') =>
    icons.find((icon) => icon.sizes === sizes && (icon.purpose ?? 'any').includes(purpose));
  const wanted = [has('192x192'), has('512x512'), has('512x512', 'maskable')];
  if (wanted.includes(undefined)) return false;
  const loaded = await page.evaluate(
    (sources) => Promise.all(sources.map((source) => fetch(source).then(({ ok }) => ok))),
    wanted.map(({ src }) => src),
  );
  return loaded.every(Boolean);
}
