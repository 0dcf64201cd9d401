import { getContext, setContext } from 'svelte';
import type { Client } from './client.ts';

const KEY = Symbol('client');

/** Makes the client known to the component tree below. */
export const provideClient = (client: Client): Client => setContext(KEY, client);

/** The client of this page; during a component's initialisation. */
export const useClient = (): Client => getContext<Client>(KEY);
