import { flushSync, mount, unmount, type Component } from 'svelte';
import { onTestFinished } from 'vitest';
import { provideClient, type Client } from '../../src/client/index.ts';
import '../../src/ui/styles/base.css';

interface Asked {
  readonly query: string;
  readonly params: object;
  readonly asOf: string | undefined;
  readonly next: (answer: unknown) => void;
}

/** A book that answers when it is told to: these tests are about what people see until then. */
export class SlowBook {
  readonly #asked: Asked[] = [];
  readonly client = {
    live: ({ name: query }: { readonly name: string }, params: object, asOf?: string) => ({
      subscribe: (next: Asked['next']) => {
        const one: Asked = { query, params, asOf, next };
        this.#asked.push(one);
        return () => this.#asked.splice(this.#asked.indexOf(one), 1);
      },
    }),
    query: () => new Promise(() => undefined),
    newId: () => crypto.randomUUID(),
    pending: { of: () => false },
    session: { may: () => true, mayGive: () => true, nameOf: () => undefined, colleagues: [] },
  } as unknown as Client;

  /** What is asked now by this name, the oldest first. */
  asked(query: string): readonly Pick<Asked, 'params' | 'asOf'>[] {
    return this.#asked.filter((one) => one.query === query);
  }

  /** Answers whoever asks this now, as far as what they ask is so; a function, by what they ask. */
  answer(query: string, answer: unknown, isSo: (params: object) => boolean = () => true): void {
    for (const { params, next } of this.#asked.filter((one) => one.query === query && isSo(one.params)))
      next(typeof answer === 'function' ? (answer as (asked: object) => unknown)(params) : answer);
    flushSync();
  }

  /** Shows a room, or a part of one, of this book; `props` may be state. */
  show<Props extends Record<string, unknown>>(room: Component<Props>, props: Props): HTMLElement {
    const target = document.createElement('div');
    document.body.append(target);
    const shown = mount(
      (anchor: Parameters<typeof room>[0], given: Props) => {
        provideClient(this.client);
        return room(anchor, given);
      },
      { target, props },
    );
    flushSync();
    onTestFinished(async () => {
      await unmount(shown);
      target.remove();
    });
    return target;
  }
}
