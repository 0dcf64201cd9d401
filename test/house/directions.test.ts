import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** Left and right in a style: in Arabic they are the wrong way round. `inline-start` and `-end` are right in every language. */
const PHYSICAL = [
  /\b(?:margin|padding|border|inset|scroll-margin|scroll-padding)-(?:left|right)\b/,
  /(?:^|[\s;{])(?:left|right)\s*:/,
  /\b(?:text-align|float|clear)\s*:\s*(?:left|right)\b/,
  /\bborder-(?:top|bottom)-(?:left|right)-radius\b/,
];

/** Four values run clockwise from the top: the second is right and the fourth left, in every language. */
const FOUR =
  /\b(?:margin|padding|inset|border-(?:width|style|color)|scroll-(?:margin|padding))\s*:\s*([^;]+)/;

/** What stands between spaces, of which those within brackets part nothing. */
const parts = (value: string): string[] => value.trim().match(/(?:[^\s(]|\((?:[^()]|\([^()]*\))*\))+/g) ?? [];

const isLopsided = (line: string): boolean => {
  const [, right, , left] = parts(FOUR.exec(line)?.[1] ?? '');
  return left !== undefined && left !== right;
};

const styles = (readdirSync('src/ui', { recursive: true }) as string[])
  .filter((file) => /\.(?:svelte|css)$/.test(file))
  .map((file) => {
    const text = readFileSync(`src/ui/${file}`, 'utf8');
    return { file, style: file.endsWith('.css') ? text : (/<style>[^]*/.exec(text)?.[0] ?? '') };
  })
  .filter(({ style }) => style !== '');

const physicalIn = (style: string): string[] =>
  style
    .replace(/\/\*[^]*?\*\//g, '')
    .split('\n')
    .filter((line) => isLopsided(line) || PHYSICAL.some((pattern) => pattern.test(line)));

describe('no style says left or right', () => {
  it.each(styles)('$file', ({ style }) => {
    expect(physicalIn(style)).toEqual([]);
  });

  it('and one that did would be found', () => {
    expect(physicalIn('a {\n  margin-left: 1px;\n  text-align: right;\n  left: 0;\n}')).toHaveLength(3);
    expect(physicalIn('padding: 0 3mm 1mm 0;')).toHaveLength(1);
    expect(physicalIn('padding: 0 calc(1mm + 2mm) 1mm calc(1mm + 2mm);\nmargin: 3mm 0 0;')).toEqual([]);
  });
});
