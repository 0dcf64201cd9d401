import { aggregates, commands, forgetting } from '../../src/domain/index.ts';
import { permits } from '../../src/domain/operator/index.ts';
import { derivedCommand } from '../../src/engine/processes/derived-command.ts';
import { createMemoryLog } from '../../src/engine/log/memory-log.ts';
import { createUndo } from '../../src/engine/undo/index.ts';
import { jobs } from '../../src/jobs/index.ts';
import type { Actor, Aggregate, Application, Receipt } from '../../src/kernel/index.ts';
import { processes } from '../../src/processes/index.ts';
import { projections, queries } from '../../src/views/index.ts';
import { tab } from './tab.ts';

export const trade: Application = {
  ...{ aggregates, commands, projections, queries, processes, jobs, forgetting },
  permits: (actor, permission) => permits(actor, permission),
};

export const owner: Actor = { id: 'owner', role: 'owner' };

/** The trade over the engine's own pipeline, on a log in memory; processes react after each command. */
export const openCounter = async () => {
  const worker = await tab(createMemoryLog(), trade);
  const { pipeline, feed, streams } = worker;
  const instances = new Map<string, unknown>();
  const accepted: unknown[] = [];
  let reactedTo = 0;
  let given = 0;

  const react = async (): Promise<void> => {
    for (
      let events = await feed.read(reactedTo, 100);
      events.length > 0;
      events = await feed.read(reactedTo, 100)
    )
      for (const event of events) {
        reactedTo = event.position;
        for (const process of processes) {
          const instance = process.handles.has(event.type) ? process.instance(event) : undefined;
          if (instance === undefined) continue;
          const key = `${process.name}/${instance}`;
          const { state, effects } = process.step(instances.get(key) ?? process.initial, event);
          instances.set(key, state);
          for (const [n, effect] of effects.entries()) {
            const command = derivedCommand(process.name, instance, event, effect, n);
            await pipeline.dispatch(command, command.actor, 'relaxed');
          }
        }
      }
  };

  const attempt = async (
    type: string,
    payload: object,
    {
      actor = owner,
      ...options
    }: { actor?: Actor; commandId?: string; correlationId?: string; occurredAt?: string } = {},
  ): Promise<Receipt> => {
    given += 1;
    const command = { commandId: `command-${String(given)}`, type, payload, ...options };
    const receipt = await pipeline.dispatch(command, actor, 'relaxed');
    await react();
    return receipt;
  };

  const undo = createUndo({
    ...worker,
    application: trade,
    accept: (command) => {
      accepted.push(command);
      const { commandId } = command;
      return Promise.resolve({ status: 'accepted', commandId, jobId: commandId });
    },
  });

  return {
    ...worker,
    instances,
    accepted,
    attempt,
    /** Gives a command that must not be refused; gives its id. */
    give: async (...asked: Parameters<typeof attempt>): Promise<string> => {
      const receipt = await attempt(...asked);
      if (receipt.status !== 'committed') throw new Error(`${asked[0]}: ${JSON.stringify(receipt)}`);
      return receipt.commandId;
    },
    /** Why it can't be taken back; undefined when it can. */
    whyNot: async (commandId: string, actor = owner): Promise<string | undefined> => {
      const [offer] = await undo.offers([{ commandId }], { actor, reason: 'Mistaken' });
      return offer?.possible === false ? offer.rejection.code : undefined;
    },
    /** Takes back; gives how that ended: a status, or the code of the refusal. */
    takeBack: async (what: string | readonly string[] | { correlationId: string }, actor = owner) => {
      const names = typeof what === 'string' ? [what] : what;
      const deeds = 'correlationId' in names ? names : names.map((commandId) => ({ commandId }));
      const undone = await undo.undo(deeds, { actor, reason: 'Mistaken' });
      await react();
      return undone.map(({ receipt }) =>
        receipt.status === 'rejected' ? receipt.rejection.code : receipt.status,
      );
    },
    state: async <State>(aggregate: Aggregate<State>, id: string): Promise<State> =>
      (await streams.read(aggregate, aggregate.stream(id))).state as State,
  };
};

export type Counter = Awaited<ReturnType<typeof openCounter>>;
