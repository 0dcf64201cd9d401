import { createSubscriber, SvelteMap } from 'svelte/reactivity';
import type { Client, OutletStatus } from '../../../client/index.ts';
import { m } from '../../words/index.ts';
import { problemOf, testedMark, TYPES, type MessageType } from './outlet-words.ts';

const EACH_MS = 2_000;

type Change = Parameters<Client['outlets']['save']>[0];
type Tested = ReturnType<typeof testedMark>;
type Letter = OutletStatus['deadLetters'][number];

/** Where messages go and how that stands, asked for while somebody looks. */
export class OutletList {
  #list: readonly OutletStatus[] | undefined;
  #problem = $state<string>();
  readonly #tests = new SvelteMap<string, Tested>();
  readonly #client: Client;
  readonly #subscribe: () => void;
  #ask: () => Promise<void> = () => Promise.resolve();

  constructor(client: Client) {
    this.#client = client;
    this.#subscribe = createSubscriber((update) => {
      this.#ask = async () => {
        this.#list = await client.outlets.list().catch(() => this.#list);
        update();
      };
      void this.#ask();
      const timer = setInterval(() => void this.#ask(), EACH_MS);
      return () => {
        clearInterval(timer);
      };
    });
  }

  /** Undefined before the first answer. */
  get current(): readonly OutletStatus[] | undefined {
    this.#subscribe();
    return this.#list;
  }

  /** Why the last deed was not done, in a sentence. */
  get problem(): string | undefined {
    return this.#problem;
  }

  get webhooks(): readonly OutletStatus[] {
    return (this.current ?? []).filter(({ kind }) => kind === 'webhook');
  }

  isOn(id: 'tabs' | 'notices'): boolean {
    return this.current?.some((outlet) => outlet.id === id && outlet.on) ?? false;
  }

  /** False, with the `problem`, when it was refused. */
  save(change: Change): Promise<boolean> {
    return this.#done(this.#client.outlets.save(change));
  }

  /** One of the two that are set up by being on: they get everything, and nothing of persons. */
  turn(id: 'tabs' | 'notices', on: boolean): Promise<boolean> {
    return this.save({ id, kind: id, types: [], personal: false, on });
  }

  turnWebhook({ id, kind, url, types, personal }: OutletStatus, on: boolean): Promise<boolean> {
    return this.save({ id, kind, types, personal, on, ...(url !== undefined && { url }) });
  }

  remove(id: string): Promise<boolean> {
    return this.#done(this.#client.outlets.remove(id));
  }

  hurry(id: string): Promise<boolean> {
    return this.#done(this.#client.outlets.hurry(id));
  }

  /** How the test stands that was last sent there from here; undefined when none was. */
  testOf(id: string): Tested | undefined {
    return this.#tests.get(id);
  }

  async test(id: string): Promise<void> {
    this.#tests.set(id, { tone: 'waiting', text: m.outlets_test_going() });
    const tested = await this.#client.outlets.test(id).catch(() => undefined);
    this.#tests.set(
      id,
      tested ? testedMark(tested) : { tone: 'attention', text: m.outlets_test_unreachable() },
    );
    await this.#ask();
  }

  settle({ outlet, position, n }: Letter, state: 'again' | 'left-out', reason?: string): Promise<boolean> {
    const deed = { outlet, position, n, state, ...(reason !== undefined && { reason }) };
    return this.#done(this.#client.outlets.settle(deed));
  }

  async #done(deed: Promise<Parameters<typeof problemOf>[0]>): Promise<boolean> {
    this.#problem = await deed.then(problemOf, () => m.error_no_answer());
    await this.#ask();
    return this.#problem === undefined;
  }
}

/** `whsec_` and 32 random bytes, as the specification of webhooks has its keys. */
const newKey = (): string =>
  `whsec_${btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))))}`;

/** An address to which messages go, new or to be changed. */
export class OutletForm {
  url = $state('');
  personal = $state(false);
  /** Shown once, while it is new. */
  key = $state<string>();
  readonly chosen = $state<Record<MessageType, boolean>>(
    Object.fromEntries(TYPES.map((type) => [type, true])) as Record<MessageType, boolean>,
  );
  tried = $state(false);
  pending = $state(false);
  readonly isNew: boolean;
  readonly #id: string;
  /** An address that is switched off stays off, whatever else is changed of it. */
  readonly #on: boolean;

  constructor(id: string, outlet?: OutletStatus) {
    this.#id = id;
    this.#on = outlet?.on ?? true;
    this.isNew = !outlet;
    this.url = outlet?.url ?? '';
    this.personal = outlet?.personal ?? false;
    if (!outlet) this.key = newKey();
    if (outlet && outlet.types.length > 0)
      for (const type of TYPES) this.chosen[type] = outlet.types.includes(type);
  }

  renewKey(): void {
    this.key = newKey();
  }

  get #types(): readonly MessageType[] {
    return TYPES.filter((type) => this.chosen[type]);
  }

  /** Nothing is chosen: to the book an empty list would mean everything, also what there will be some day. */
  get isEmpty(): boolean {
    return this.#types.length === 0;
  }

  get change(): Change {
    const types = this.#types;
    return {
      ...{ id: this.#id, kind: 'webhook', url: this.url.trim(), personal: this.personal, on: this.#on },
      types: types.length === TYPES.length ? [] : [...types],
      ...(this.key !== undefined && { secret: this.key }),
    };
  }
}
