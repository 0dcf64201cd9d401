import { fc } from './fc.ts';
import { expect, it } from 'vitest';
import { aggregates, commands, forgetting } from '../../src/domain/index.ts';
import type { DerivedCommand } from '../../src/engine/feed.ts';
import { createMemoryLog } from '../../src/engine/log/memory-log.ts';
import { Branch } from '../../src/engine/pipeline/4-load.ts';
import { processes } from '../../src/processes/index.ts';
import { owner, tab } from '../contract/tab.ts';
import { rarely } from './rare-deeds.ts';
import { Reactions } from './reactions.ts';
import { draftFor, HONEY, id, SOAP } from './stall.ts';
import { trading } from './trading.ts';
import { BOB, type Deed } from './trading-deeds.ts';

/** Said anew, by a command of its own, these mean it. Only the command's id tells that from what was sent twice. */
const MEANT_ANEW: Readonly<Record<string, string>> = {
  AddNote: 'two notes may say the same',
  AdjustStock: 'one more jar may break',
  CancelRemainder: 'as many pieces again',
  CountStock: 'somebody has looked again',
  DeliverItems: 'as many pieces again',
  MoveStock: 'as many pieces again',
  NoteImportUndone: 'what had been kept may be taken back later',
  ReceiveReturn: 'as many pieces again',
  ReceiveStock: 'another delivery of the same',
};

const trade = {
  ...{ aggregates, commands, forgetting, processes, projections: [], queries: [], jobs: [] },
  permits: () => true,
};

/** What each command that was carried out came to when it was decided a second time. */
type Ended = Map<string, Set<'nothing' | 'refused' | 'anew'>>;

const openShop = async (ended: Ended) => {
  const { send, feed, streams } = await tab(createMemoryLog(), trade);
  const reactions = new Reactions(processes);
  let told = 0;

  const decidedAgain = async ({ type, payload, occurredAt = '' }: DerivedCommand) => {
    const command = commands.find((one) => one.type === type);
    if (!command) throw new Error(type);
    const parsed = command.payload.parse(payload);
    const context = { commandId: 'another', actor: owner.id, recordedAt: occurredAt, occurredAt };
    const decision = command.decide(parsed, await command.load(parsed, new Branch(streams).read), context);
    if (!decision.ok) return 'refused';
    return decision.value.some(({ events }) => events.length > 0) ? 'anew' : 'nothing';
  };

  const give = async (command: DerivedCommand): Promise<void> => {
    const { commandId, type, payload, actor } = command;
    const before = feed.head();
    const receipt = await send(commandId, type, payload, actor);
    const head = feed.head();
    if (receipt.status !== 'committed' || head === before) return;

    const again = await send(commandId, type, payload, actor);
    expect(again, type).toEqual({ status: 'duplicate', commandId, original: receipt });
    expect(feed.head(), type).toBe(head);
    ended.set(type, (ended.get(type) ?? new Set()).add(await decidedAgain(command)));
    for (const event of await feed.read(before, head - before))
      for (const reaction of reactions.to(event)) await give(reaction);
  };

  return ({ type, payload, occurredAt }: Deed) =>
    give({ commandId: `deed-${String((told += 1))}`, type, payload, occurredAt, actor: owner });
};

const opening: readonly Deed[] = [
  [
    'OpenBook',
    {
      name: 'Stall',
      currency: 'EUR',
      taxMode: 'inclusive',
      rounding: 'perLine',
      defaultTaxRate: 0,
      numberPrefix: 'A-',
    },
  ],
  ['CreateProduct', { productId: HONEY, name: 'Honey', unit: 'jar', unitPrice: 98_000, taxRate: 10_000 }],
  ['CreateProduct', { productId: SOAP, name: 'Soap', unit: 'pcs', unitPrice: 35_000, taxRate: 10_000 }],
  ['CreateCustomer', { customerId: draftFor(id(21)).customerId, name: 'Ada' }],
  ['CreateCustomer', { customerId: BOB, name: 'Bob' }],
].map(([type, payload]) => ({ type, payload, occurredAt: '2026-11-01T08:00:00.000Z' }) as Deed);

it('no command does anything twice: sent again it is answered as before, decided again it has nothing to do or is refused', async () => {
  const ended: Ended = new Map();
  await fc.assert(
    fc.asyncProperty(fc.tuple(trading, trading, trading), async (deeds) => {
      const give = await openShop(ended);
      for (const deed of [...opening, ...rarely, ...deeds.flat()]) await give(deed);
    }),
    // Always the same histories: whether every command is carried out in them is not to be left to chance.
    { numRuns: 120, seed: 3 },
  );
  const anew = [...ended].filter(([, ends]) => ends.has('anew')).map(([type]) => type);
  expect(anew.filter((type) => !(type in MEANT_ANEW))).toEqual([]);
  // What was never carried out was never tried again either.
  expect(commands.map(({ type }) => type).filter((type) => !ended.has(type))).toEqual([]);
});
