import {
  byName,
  reject,
  type Actor,
  type Application,
  type CommandMessage,
  type Inverse,
  type Read,
  type Receipt,
  type Rejection,
} from '../../kernel/index.ts';
import type { LogFeed } from '../feed.ts';
import { Branch, type Streams } from '../pipeline/4-load.ts';
import type { Pipeline } from '../pipeline/pipeline.ts';
import { duplicate, rejected } from '../pipeline/stages.ts';
import type { Dispatched } from '../ports.ts';
import { commandsOf, findDeed, type Deed, type DeedName, type DeedPorts } from './deed.ts';
import { givenId, undoCorrelation, undoId } from './ids.ts';

/** Whether a deed can be taken back now, by whoever asks: by these commands, or why not. */
export type UndoOffer =
  | { readonly possible: true; readonly commandId: string; readonly commands: readonly CommandMessage[] }
  | { readonly possible: false; readonly rejection: Rejection };

/** One command of several that were to be taken back: the receipt says whether it was, or why not. */
export interface Undone {
  readonly commandId: string;
  readonly receipt: Receipt;
}

export interface UndoPorts extends DeedPorts {
  readonly application: Pick<Application, 'commands' | 'jobs' | 'permits'>;
  readonly feed: Pick<LogFeed, 'stream'>;
  readonly streams: Streams;
  readonly pipeline: Pick<Pipeline, 'dispatch' | 'rehearse' | 'lookUp'>;
  /** Takes on a job: some deeds are too large to be taken back in one go. */
  accept(command: Dispatched): Promise<Receipt>;
}

/** Who takes back, and why: for commands that keep a reason. */
export interface Undoing {
  readonly actor: Actor;
  readonly reason: string;
}

/** How often it is looked anew at what somebody else changes just now. */
const TRIES = 5;

const refusalIn = (receipt: Receipt): Rejection | undefined => {
  const outcome = receipt.status === 'duplicate' ? receipt.original : receipt;
  return outcome.status === 'rejected' ? outcome.rejection : undefined;
};

/** One receipt for all that took one command back. */
const together = (receipts: readonly Receipt[]): Receipt => {
  const failed = receipts.find((one) => refusalIn(one) !== undefined || one.status === 'in-doubt');
  const [first] = receipts;
  if (failed) return failed;
  const committed = receipts.flatMap((one) => (one.status === 'committed' ? [one] : []));
  if (first?.status !== 'committed') return first ?? rejected('', 'nothing-to-undo', 'Nothing was changed.');
  const streams = Object.assign({}, ...committed.map((one) => one.streams)) as typeof first.streams;
  return { ...first, position: Math.max(...committed.map(({ position }) => position)), streams };
};

/** Takes back what was done, by the inverse that its command declares: the one way in which anything is taken back. */
export const createUndo = (ports: UndoPorts) => {
  const { application, feed, streams, pipeline } = ports;
  const commands = byName(application.commands, ({ type }) => type);
  const jobs = byName(application.jobs, ({ type }) => type);

  /** Streams as they stood just before a position. */
  const standing =
    (position: number): Read =>
    async (aggregate, id) => {
      const stream = aggregate.stream(id);
      const events = (await feed.stream(stream, 0)).filter((event) => event.position < position);
      const state = events.reduce((before, event) => aggregate.evolve(before, event), aggregate.initial);
      return { id, version: events.length, state };
    };

  const inverseOf = async (deed: Deed | undefined, { reason }: Undoing): Promise<Inverse> => {
    if (!deed) return reject('unknown-deed', 'Nothing in the book goes by this name.');
    const { commandId, payload, events, since } = deed;
    if ((await pipeline.lookUp(undoId(commandId, 0)))?.status === 'committed')
      return reject('already-undone', 'This was taken back already.');
    const definition = commands.get(deed.type);
    if (!definition?.inverse)
      return reject('no-inverse', 'This can’t be taken back: it stays in the book.', { type: deed.type });
    const id = (n: number) => givenId(commandId, n);
    const then = { before: standing(events[0]?.position ?? 0), now: new Branch(streams).read };
    const inverse = await definition.inverse({ payload, events, since, reason, id }, then);
    return inverse.ok && inverse.value.length === 0
      ? reject('nothing-to-undo', 'This changed nothing, so there is nothing to take back.')
      : inverse;
  };

  const dispatchedAs = (deed: Deed, { type, payload }: CommandMessage, n: number): Dispatched => ({
    ...{ type, payload, commandId: undoId(deed.commandId, n) },
    correlationId: undoCorrelation(deed.correlationId),
    ...(deed.events.length > 0 && { causationId: deed.events.at(-1)?.id }),
    // All of them or none: only the first knows what it is made for.
    ...(n === 0 ? { unchanged: deed.versions } : { after: undoId(deed.commandId, 0) }),
  });

  /** What of it would be refused by the rules of the commands themselves, or by whoever may not give them. */
  const refused = async (deed: Deed, inverse: readonly CommandMessage[], actor: Actor) => {
    const branch = new Branch(streams);
    for (const [n, message] of inverse.entries()) {
      const job = jobs.get(message.type);
      if (job && !application.permits(actor, job.permission))
        return { code: 'not-permitted', message: 'You are not allowed to do this.', values: {} };
      if (job) continue;
      const rejection = refusalIn(
        (await pipeline.rehearse(dispatchedAs(deed, message, n), actor, branch)).receipt,
      );
      if (rejection) return rejection;
    }
    return undefined;
  };

  const send = (deed: Deed, inverse: readonly CommandMessage[], { actor }: Undoing): Promise<Receipt[]> =>
    Promise.all(
      inverse.map((message, n) => {
        const command = dispatchedAs(deed, message, n);
        return jobs.has(message.type) ? ports.accept(command) : pipeline.dispatch(command, actor, 'strict');
      }),
    );

  const undoOne = async (name: DeedName, by: Undoing): Promise<Undone> => {
    for (let tries = 1; ; tries += 1) {
      const deed = await findDeed(name, ports);
      const commandId = deed?.commandId ?? ('commandId' in name ? name.commandId : '');
      const before = deed && (await pipeline.lookUp(undoId(commandId, 0)));
      // Asked twice, done once: whoever asks again is told how it ended.
      if (before?.status === 'committed') return { commandId, receipt: duplicate(before.commandId, before) };
      const inverse = await inverseOf(deed, by);
      const refuse = ({ code, message, values }: Rejection) =>
        ({ commandId, receipt: rejected(undoId(commandId, 0), code, message, values) }) satisfies Undone;
      if (!deed || !inverse.ok) return refuse(inverse.ok ? UNKNOWN : inverse.error);
      const rejection = await refused(deed, inverse.value, by.actor);
      if (rejection && rejection.code !== 'changed-meanwhile') return refuse(rejection);
      const receipt = together(await send(deed, inverse.value, by));
      if (refusalIn(receipt)?.code !== 'changed-meanwhile' || tries === TRIES) return { commandId, receipt };
    }
  };

  return {
    /** Whether each of these can be taken back now. @throws StoreFailure */
    offers: (names: readonly DeedName[], by: Undoing): Promise<readonly UndoOffer[]> =>
      Promise.all(
        names.map(async (name): Promise<UndoOffer> => {
          const deed = await findDeed(name, ports);
          const inverse = await inverseOf(deed, by);
          if (!inverse.ok || !deed)
            return { possible: false, rejection: inverse.ok ? UNKNOWN : inverse.error };
          const rejection = await refused(deed, inverse.value, by.actor);
          if (rejection) return { possible: false, rejection };
          return { possible: true, commandId: deed.commandId, commands: inverse.value };
        }),
      ),
    /**
     * Takes these back, or all that people did under one correlation, the last first; each by itself, so that what can't
     * be taken back any more keeps nothing else from it. @throws StoreFailure
     */
    undo: async (
      what: readonly DeedName[] | { readonly correlationId: string },
      by: Undoing,
    ): Promise<readonly Undone[]> => {
      const names =
        'correlationId' in what
          ? (await commandsOf(what.correlationId, ports)).map((commandId) => ({ commandId }))
          : what;
      const undone: Undone[] = [];
      for (const name of names.toReversed()) undone.push(await undoOne(name, by));
      return undone.reverse();
    },
  };
};

const UNKNOWN: Rejection = {
  code: 'unknown-deed',
  message: 'Nothing in the book goes by this name.',
  values: {},
};
