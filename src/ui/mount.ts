import { mount } from 'svelte';
import './styles/base.css';
import type { Client } from '../client/index.ts';
import App from './App.svelte';
import { keepPlace } from './app/kept-place.ts';
import { guardSecondClicks } from './app/second-click.ts';
import { preferences } from './app/preferences.svelte.ts';
import { whenIdle } from './app/when-idle.ts';
import { toasts } from './parts/toasts.svelte.ts';
import './pwa/installing.svelte.ts';
import { showNotices } from './pwa/notices.ts';
import { watchTyping } from './pwa/typing.ts';
import { versions } from './pwa/versions.svelte.ts';
import { getLocale, getTextDirection, m } from './words/index.ts';

/** Puts the app on the page, in the person's language and colours. */
export function mountApp(client: Client, target: Element): void {
  document.documentElement.lang = getLocale();
  document.documentElement.dir = getTextDirection();
  preferences.apply();
  mount(App, { target, props: { client } });
  // Read ahead of the answer whether it is needed.
  void client.isNew.then((isNew) => (isNew ? import('./rooms/first-run/FirstRun.svelte') : undefined));
  showNotices(client);
  watchTyping();
  keepPlace();
  guardSecondClicks();
  if ('launchQueue' in window || location.search !== '')
    void import('./pwa/from-outside.ts').then(({ takeFromOutside }) => takeFromOutside());
  const afterFirstRoom = (run: () => void): void =>
    void client.firstRoom.stands.then(() => {
      whenIdle(run);
    });
  afterFirstRoom(() => {
    import('./pwa/later-notices.ts').then(
      ({ showLaterNotices }) => {
        showLaterNotices(client);
      },
      // Without them the work itself goes on.
      () => undefined,
    );
  });
  if (import.meta.env.DEV) return;
  // From whatever page one starts, also the first run: the second load needs no network.
  afterFirstRoom(
    () =>
      void versions.start(() => {
        // It stands in the settings, too: no reason to come between somebody and what they are typing.
        if (!document.activeElement?.matches('input, select, textarea')) toasts.show(m.app_offline_ready());
      }),
  );
}
