import { mount } from 'svelte';
import './styles/base.css';
import type { Client } from '../client/index.ts';
import App from './App.svelte';
import { preferences } from './app/preferences.svelte.ts';
import { getLocale, getTextDirection } from './words/index.ts';

/** Puts the app on the page, in the person's language and colours. */
export function mountApp(client: Client, target: Element): void {
  document.documentElement.lang = getLocale();
  document.documentElement.dir = getTextDirection();
  preferences.apply();
  mount(App, { target, props: { client } });
}
