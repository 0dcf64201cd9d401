import { mount } from 'svelte';
import './styles/base.css';
import type { Client } from '../client/index.ts';
import App from './App.svelte';
import { preferences } from './app/preferences.svelte.ts';
import { whenIdle } from './app/when-idle.ts';
import { toasts } from './parts/toasts.svelte.ts';
import { showNotices } from './pwa/notices.ts';
import { versions } from './pwa/versions.svelte.ts';
import { getLocale, getTextDirection, m } from './words/index.ts';

/** Puts the app on the page, in the person's language and colours. */
export function mountApp(client: Client, target: Element): void {
  document.documentElement.lang = getLocale();
  document.documentElement.dir = getTextDirection();
  preferences.apply();
  mount(App, { target, props: { client } });
  showNotices(client);
  if (import.meta.env.DEV) return;
  // From whatever page one starts, also the first run: the second load needs no network.
  whenIdle(
    () =>
      void versions.start(() => {
        toasts.show(m.app_offline_ready());
      }),
  );
}
