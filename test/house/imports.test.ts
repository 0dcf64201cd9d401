import { describe, expect, it } from 'vitest';
import { brokenRules } from './planted.ts';

const arrowsBroken = async (file: string, code: string): Promise<boolean> =>
  (await brokenRules(file, code)).some((rule) => rule.startsWith('house/arrows: '));

/** Room, what it tries to import. The same is tried from a .ts and from a .svelte file. */
const FORBIDDEN = [
  ['kernel', "import '../domain/order/index.ts';"],
  ['kernel', "import 'dexie';"],
  ['domain', "import 'svelte';"],
  ['domain', "import '../engine/log.ts';"],
  ['domain', "import type { Log } from '../engine/log.ts';"],
  ['processes', "import '../views/order-list/row.ts';"],
  ['processes', "void import('comlink');"],
  ['views', "import 'node:fs';"],
  ['views', "export * from '../client/connect.ts';"],
  ['jobs', "import '../ui/words/index.ts';"],
  ['engine', "import '../domain/order/index.ts';"],
  ['engine', "import type { Row } from '../views/order-list/row.ts';"],
  ['engine', "import 'svelte/store';"],
  ['client', "import '../engine/pipeline.ts';"],
  ['client', "import '../domain/order/index.ts';"],
  ['client', "export { x } from '../processes/allocation/index.ts';"],
  ['ui', "import type { Log } from '../engine/log.ts';"],
  ['ui', "export type X = import('../engine/log.ts').Log;"],
  ['ui', "import '../engine/reading/open.ts';"],
  ['ui', "import '../domain/order/index.ts';"],
  ['ui', "import type { P } from '../processes/allocation/index.ts';"],
  ['ui', "import Dexie from 'dexie'; export { Dexie };"],
  ['ui', "import '../main.ts';"],
] as const;

const ALLOWED = [
  ['kernel', "import * as z from 'zod/mini'; export { z };"],
  ['domain', "import '../kernel/event.ts';"],
  ['processes', "import '../domain/order/index.ts';"],
  ['views', "import '../kernel/projection.ts';"],
  ['jobs', "import '../domain/product/index.ts';"],
  ['engine', "import '../kernel/event.ts';"],
  ['client', "import '../engine/reading/open.ts';"],
  ['client', "import type { EngineApi } from '../engine/api.ts';"],
  ['ui', "import '../client/connect.ts';"],
  ['ui', "import '../domain/pricing/totals.ts';"],
  ['ui', "import type { SubmitOrder } from '../domain/order/index.ts';"],
  ['ui', "import '../views/order-list/query.ts';"],
] as const;

describe.each(['planted.ts', 'Planted.svelte'])('a file like %s', (name) => {
  it.each(FORBIDDEN)("in %s can't say %s", async (room, code) => {
    expect(await arrowsBroken(`src/${room}/${name}`, code)).toBe(true);
  });

  it.each(ALLOWED)('in %s can say %s', async (room, code) => {
    expect(await arrowsBroken(`src/${room}/${name}`, code)).toBe(false);
  });
});

it('lets a door import anything', async () => {
  expect(
    await arrowsBroken('src/main.ts', "import './engine/log.ts'; import './domain/order/index.ts';"),
  ).toBe(false);
});
