import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { root } from './planted.ts';

/** Whatever answers without the database: the transaction is over by then (promises.md, fact 8; test/browser/torn.test.ts). */
const FOREIGN =
  /\b(crypto|fetch|setTimeout|setInterval|navigator|caches|Worker|import|pause)\b|\.(text|arrayBuffer)\(/;
/** Calls whose last argument runs within a transaction. */
const OPENS = /(^|\.)(transaction|moveCheckpoint)$/;

/**
 * Foreign waits, as the code says them, in functions that are handed to a transaction, or in all of it; an iterator that is
 * awaited is one with every turn, and after a hundred of them Dexie takes the transaction for left (`views/listing/each-row.ts`).
 */
const foreignWaits = (code: string, isWithin = false): string[] => {
  const file = ts.createSourceFile('x.ts', code, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const within = (node: ts.Node, inTransaction: boolean): void => {
    if (inTransaction && ts.isAwaitExpression(node) && FOREIGN.test(node.expression.getText(file)))
      found.push(node.getText(file));
    if (inTransaction && ts.isForOfStatement(node) && node.awaitModifier)
      found.push(`for await ${node.expression.getText(file)}`);
    const opens = ts.isCallExpression(node) && OPENS.test(node.expression.getText(file));
    ts.forEachChild(node, (child) => {
      const handedOver = opens && child === node.arguments.at(-1) && ts.isFunctionLike(child);
      within(child, inTransaction || handedOver);
    });
  };
  within(file, isWithin);
  return found;
};

it('finds a foreign wait in a transaction, however deep, and none outside', () => {
  const planted = `
    await crypto.subtle.digest('SHA-256', bytes);
    await db.transaction('rw', db.keys, async () => {
      await db.keys.put(key);
      for (const row of rows) if (row) await crypto.subtle.decrypt(how, key, row);
    });
    await moveCheckpoint(db, from, to, async () => {
      const given = await (await fetch(url)).json();
      for await (const row of rowsOf(given)) take(row);
    });
    for await (const row of rowsOf(db)) take(row);`;
  expect(foreignWaits(planted)).toEqual([
    'await crypto.subtle.decrypt(how, key, row)',
    'await (await fetch(url)).json()',
    'await fetch(url)',
    'for await rowsOf(given)',
  ]);
});

const codesIn = (room: string) => {
  const folder = join(root, 'src', room);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files
    .filter((name) => /(?<!\.test)\.ts$/.test(name))
    .map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const);
};

it('finds none in the engine', () => {
  const codes = codesIn('engine');
  expect(codes.filter(([, code]) => code.includes('.transaction(')).length).toBeGreaterThan(3);
  expect(codes.flatMap(([name, code]) => foreignWaits(code).map((wait) => `${name}: ${wait}`))).toEqual([]);
});

it('finds none in what read models are asked, all of which runs within a transaction', () => {
  const codes = codesIn('views');
  expect(codes.filter(([, code]) => code.includes('defineQuery<')).length).toBeGreaterThan(10);
  expect(codes.flatMap(([name, code]) => foreignWaits(code, true).map((wait) => `${name}: ${wait}`))).toEqual(
    [],
  );
});
