import { describe, expect, it } from 'vitest';
import house from '../../house.json' with { type: 'json' };
import { brokenRules } from './planted.ts';

const WORLDLY = {
  Date: 'export const x = Date.now();',
  'new Date': 'export const x = new Date();',
  performance: 'export const x = performance.now();',
  crypto: 'export const x = crypto.randomUUID();',
  setTimeout: 'setTimeout(() => undefined, 1);',
  setInterval: 'setInterval(() => undefined, 1);',
  setImmediate: 'setImmediate(() => undefined);',
  queueMicrotask: 'queueMicrotask(() => undefined);',
  requestAnimationFrame: 'requestAnimationFrame(() => undefined);',
  fetch: "void fetch('x');",
  navigator: 'export const x = navigator.onLine;',
  window: 'export const x = window.name;',
  self: 'export const x = self.name;',
  globalThis: 'export const x = globalThis.Date;',
  document: 'export const x = document.title;',
  localStorage: 'export const x = localStorage.length;',
  indexedDB: 'export const x = indexedDB;',
  process: 'export const x = process.env;',
};

describe.each(house.pure)('the pure room %s', (room) => {
  describe.each(['planted.ts', 'Planted.svelte'])('in a file like %s', (name) => {
    const file = `src/${room}/deep/${name}`;

    it.each(Object.entries(WORLDLY))("can't name %s", async (_, code) => {
      expect(await brokenRules(file, code)).toContainEqual(expect.stringMatching(/^no-restricted-globals: /));
    });

    it.each(['export const x = Math.random();', 'export const { random } = Math;'])(
      "can't draw lots: %s",
      async (code) => {
        expect(await brokenRules(file, code)).toContainEqual(
          expect.stringMatching(/^no-restricted-properties: /),
        );
      },
    );

    it('can compute, copy and declare', async () => {
      const code = 'export const x = structuredClone(new Map([[Math.max(1, 2), JSON.parse("{}")]]));';
      const broken = await brokenRules(file, code);
      expect(broken.filter((rule) => rule.startsWith('no-restricted'))).toEqual([]);
    });
  });
});

it('lets tests in a pure room read the clock', async () => {
  expect(await brokenRules('src/kernel/planted.test.ts', WORLDLY.Date)).toEqual([]);
});

describe('the screens', () => {
  it("can't print raw HTML", async () => {
    const code = '</script>{@html "<b>x</b>"}<script lang="ts" module>';
    expect(await brokenRules('src/ui/parts/Planted.svelte', code)).toContainEqual(
      expect.stringMatching(/^svelte\/no-at-html-tags: /),
    );
  });

  it("can't carry a literal style attribute, which the security policy would refuse", async () => {
    const code = '</script><p style="color: red">x</p><script lang="ts" module>';
    expect(await brokenRules('src/ui/parts/Planted.svelte', code)).toContainEqual(
      expect.stringMatching(/^no-restricted-syntax: The CSP/),
    );
  });
});
