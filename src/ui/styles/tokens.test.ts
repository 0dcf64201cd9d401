import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Theme = 'day' | 'night';
type Tokens = Map<string, Record<Theme, string>>;

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
const contrastBlock = css.indexOf(":root[data-contrast='more']");

function tokensIn(text: string): Tokens {
  const found: Tokens = new Map();
  const pattern = /--([a-z-]+):\s*light-dark\((oklch\([^)]*\)),\s*(oklch\([^)]*\))\);/g;
  for (const [, name, day, night] of text.matchAll(pattern)) {
    if (name !== undefined && day !== undefined && night !== undefined) found.set(name, { day, night });
  }
  return found;
}

const plain = tokensIn(css.slice(0, contrastBlock));
const more: Tokens = new Map([...plain, ...tokensIn(css.slice(contrastBlock))]);

/** OKLCH → relative luminance (WCAG), by way of linear sRGB clipped to what a screen can show. */
function luminance(colour: string): number {
  const [lightness = 0, chroma = 0, hue = 0] = colour.slice(6, -1).split(/\s+/).map(Number);
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const clip = (x: number): number => Math.min(1, Math.max(0, x));
  const red = clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s);
  const green = clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s);
  const blue = clip(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(tokens: Tokens, theme: Theme, text: string, ground: string): number {
  const [one, two] = [text, ground].map((name) => {
    const token = tokens.get(name);
    if (token === undefined) throw new Error(`no colour token --${name}`);
    return luminance(token[theme]);
  }) as [number, number];
  return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
}

const papers = ['desk', 'paper', 'lifted', 'sunk'];
const meanings = ['good', 'waiting', 'attention', 'wrong'];
const washes = [...meanings.map((name) => `${name}-wash`), 'accent-wash'];

/** [text, grounds it may stand on, least contrast] */
const pairs: [string, string[], number][] = [
  ['ink', [...papers, ...washes], 7],
  ['ink-soft', [...papers, ...washes], 7],
  ['ink-faint', papers, 4.5],
  ['accent', [...papers, 'accent-wash'], 4.5],
  ['accent-strong', [...papers, 'accent-wash'], 4.5],
  ['on-accent', ['accent-solid', 'accent-solid-strong'], 4.5],
  ['on-wrong', ['wrong-solid', 'wrong-solid-strong'], 4.5],
  ...meanings.map((name): [string, string[], number] => [name, [...papers, `${name}-wash`], 4.5]),
  ['rule', ['desk', 'paper', 'lifted'], 3],
];

describe.each([
  ['as designed', plain],
  ['when more contrast is asked for', more],
])('colour tokens %s', (_, tokens) => {
  describe.each(['day', 'night'] as const)('by %s', (theme) => {
    it.each(pairs)('%s can be read on %j at %f : 1', (text, grounds, least) => {
      const weakest = Math.min(...grounds.map((ground) => contrast(tokens, theme, text, ground)));
      expect(weakest).toBeGreaterThanOrEqual(least);
    });
  });
});

describe('the contrast measure itself', () => {
  it('gives 21 : 1 for black on white', () => {
    const bw: Tokens = new Map([
      ['black', { day: 'oklch(0 0 0)', night: 'oklch(0 0 0)' }],
      ['white', { day: 'oklch(1 0 0)', night: 'oklch(1 0 0)' }],
    ]);
    expect(contrast(bw, 'day', 'black', 'white')).toBeCloseTo(21, 1);
  });
});

describe('motion', () => {
  const ui = new URL('../', import.meta.url);
  const styled = readdirSync(ui, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(svelte|css)$/.test(name),
  );

  it('lasts as long as the tokens say, which is nothing for whoever wants less, or says what is done then', () => {
    const stubborn = styled.filter((name) => {
      const text = readFileSync(new URL(name, ui), 'utf8');
      const timed = text.match(/(animation|transition):[^;]*\d(ms|s)\b[^;]*/g) ?? [];
      return timed.some((one) => !one.includes(' late ')) && !text.includes('prefers-reduced-motion');
    });
    expect(stubborn).toEqual([]);
  });
});
