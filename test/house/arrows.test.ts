import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, type ICruiseOptions, type ICruiseResult, type IFlattenedRuleSet } from 'dependency-cruiser';
import { afterAll, expect, it } from 'vitest';
import house from '../../house.json' with { type: 'json' };
import { root } from './planted.ts';

/** A small house: every file of it, then the rules that it breaks; a cycle is reported at its first file. */
const HOUSE: Record<string, [code: string, ...broken: string[]]> = {
  'src/main.ts': ["import './engine/log.ts'; import './ui/App.svelte';"],
  'src/engine.worker.ts': ["import './engine/log.ts'; import './domain/order/index.ts';"],
  'src/kernel/event.ts': ["import 'zod';"],
  'src/kernel/dexie.ts': ["import 'dexie';", 'kernel-uses-only-its-packages'],
  'src/kernel/clock.ts': ["import 'node:timers';", 'kernel-stays-in-the-browser'],
  'src/kernel/lost.ts': ["import './nowhere.ts';", 'no-dead-ends'],
  'src/domain/order/index.ts': ["export * from './events.ts';"],
  'src/domain/order/events.ts': [
    "import '../../kernel/event.ts'; import '../pricing/money.ts'; export type E = 1;",
  ],
  'src/domain/pricing/money.ts': ['export const cents = 100;'],
  'src/domain/stock/index.ts': ["import '../order/index.ts';"],
  'src/domain/stock/state.ts': ["import '../order/events.ts';", 'aggregates-meet-at-the-index'],
  'src/domain/stock/view.ts': ["import '../../views/list/row.ts';", 'domain-runs-only-its-neighbours'],
  'src/domain/stock/a.ts': ["import type { B } from './b.ts'; export type A = B;", 'no-cycles'],
  'src/domain/stock/b.ts': ["import type { A } from './a.ts'; export type B = A;"],
  'src/processes/allocation/index.ts': [
    "import '../../views/list/row.ts';",
    'processes-runs-only-its-neighbours',
  ],
  'src/views/list/row.ts': ["import '../../domain/order/index.ts'; export type Row = 1;"],
  'src/jobs/import.ts': ["import '../client/connect.ts';", 'jobs-runs-only-its-neighbours'],
  'src/engine/log.ts': ["import '../kernel/event.ts'; import 'dexie'; export type Log = 1;"],
  'src/engine/trade.ts': ["import '../domain/order/index.ts';", 'engine-runs-only-its-neighbours'],
  'src/engine/names.ts': [
    "import type { E } from '../domain/order/index.ts'; export type X = E;",
    'engine-knows-only-its-neighbours',
  ],
  'src/engine/reading/open.ts': ["import 'dexie';"],
  'src/client/connect.ts': [
    "import type { Log } from '../engine/log.ts'; import '../engine/reading/open.ts'; export type X = Log;",
  ],
  'src/client/wrong.ts': ["import '../engine/log.ts';", 'client-runs-only-its-neighbours'],
  'src/client/live.svelte.ts': [
    "import type { P } from '../processes/x.ts'; export type X = P;",
    'client-knows-only-its-neighbours',
  ],
  'src/processes/x.ts': ['export type P = 1;'],
  'src/ui/App.svelte': [
    '<script lang="ts">import "../client/connect.ts"; import "../domain/pricing/money.ts";</script>',
  ],
  'src/ui/Log.svelte': [
    '<script lang="ts">import "../engine/log.ts";</script>',
    'ui-runs-only-its-neighbours',
  ],
  'src/ui/Trade.svelte': [
    '<script lang="ts">import { x } from "../domain/order/index.ts"; x();</script>',
    'ui-runs-only-its-neighbours',
  ],
  'src/ui/Dexie.svelte': [
    '<script lang="ts">import Dexie from "dexie"; Dexie.delete("x");</script>',
    'ui-uses-only-its-packages',
  ],
  'src/ui/Door.svelte': [
    '<script lang="ts">import "../main.ts";</script>',
    'nothing-imports-a-door',
    'ui-runs-only-its-neighbours',
  ],
  'src/ui/One.svelte': ['<script lang="ts">import Two from "./Two.svelte";</script><Two />', 'no-cycles'],
  'src/ui/Two.svelte': ['<script lang="ts">import One from "./One.svelte";</script><One />'],
};

const folder = mkdtempSync(join(tmpdir(), 'counterfoil-house-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('finds every wrong arrow of a planted house, in .ts and in .svelte, and nothing else', async () => {
  for (const [file, [code]] of Object.entries(HOUSE)) write(file, code);
  write('package.json', '{ "dependencies": { "dexie": "*", "zod": "*" } }');
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));

  const { forbidden, options } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as {
    forbidden: IFlattenedRuleSet['forbidden'];
    options: ICruiseOptions;
  };
  const { output } = await cruise(
    ['src'],
    {
      ...options,
      baseDir: folder,
      validate: true,
      ruleSet: { forbidden: forbidden ?? [] },
    },
    options.enhancedResolveOptions,
  );

  const found = (output as ICruiseResult).summary.violations.map(({ from, rule }) => `${from}: ${rule.name}`);
  const planted = Object.entries(HOUSE).flatMap(([file, [, ...broken]]) =>
    broken.map((rule) => `${file}: ${rule}`),
  );
  expect([...new Set(found)].sort()).toEqual(planted.sort());
});

it('knows every room of the real house', () => {
  const folders = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  const unknown = folders.map(({ name }) => name).filter((name) => !(name in house.rooms));
  expect(unknown).toEqual([]);
});

function write(file: string, text: string): void {
  const path = join(folder, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
