import type { CopyStatus } from '../copy/copyist.ts';
import type { ProcessStatus } from '../processes/index.ts';
import type { ViewStatus } from '../projector/index.ts';
import { channelName } from '../reading/names.ts';

/** What the workers of a book tell one another, and its pages. Lost or doubled messages do no harm: the log is the truth. */
export type Message =
  | { readonly kind: 'appended'; readonly head: number }
  | { readonly kind: 'jobs' }
  | { readonly kind: 'repairs' }
  /** Measuring was switched on or off. */
  | { readonly kind: 'telemetry' }
  /** Where the trace of a command is that was just committed: its events are projected in another worker. */
  | { readonly kind: 'traced'; readonly commandId: string; readonly traceparent: string }
  /** An outlet was set up otherwise. */
  | { readonly kind: 'outlets' }
  /** Their keys are destroyed: nobody keeps what was opened with them. */
  | { readonly kind: 'forgotten'; readonly subjects: readonly string[] }
  /** A backup takes this book's place: nobody writes here any more. */
  | { readonly kind: 'replacing' }
  | { readonly kind: 'status?' }
  | {
      readonly kind: 'status';
      readonly views: readonly ViewStatus[];
      readonly processes: readonly ProcessStatus[];
      readonly copy?: CopyStatus | undefined;
    };

export interface Bus {
  send(message: Message): void;
  /** The next message of this kind, or undefined when none comes within `milliseconds`. */
  next<Kind extends Message['kind']>(
    kind: Kind,
    milliseconds: number,
  ): Promise<Extract<Message, { kind: Kind }> | undefined>;
  close(): void;
}

export const openBus = (book: string, receive: (message: Message) => void): Bus => {
  const channel = new BroadcastChannel(channelName(book));
  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    receive(data);
  };
  let closed = false;
  return {
    send: (message) => {
      // What a worker had still to tell when it ended, the next one tells.
      if (!closed) channel.postMessage(message);
    },
    next: (kind, milliseconds) =>
      new Promise((resolve) => {
        const done = (message: Extract<Message, { kind: typeof kind }> | undefined) => {
          clearTimeout(timer);
          channel.removeEventListener('message', listen);
          resolve(message);
        };
        const listen = ({ data }: MessageEvent<Message>) => {
          if (data.kind === kind) done(data as Extract<Message, { kind: typeof kind }>);
        };
        const timer = setTimeout(done, milliseconds, undefined);
        channel.addEventListener('message', listen);
      }),
    close: () => {
      closed = true;
      channel.close();
    },
  };
};
