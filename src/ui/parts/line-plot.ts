import Plot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import './line-plot.css';
import type { ChartLine } from './shapes.ts';

type Drawn = Pick<ChartLine, 'label' | 'tone'>;

/** Where the points stand inside the element: pixels from its start and its top. */
export interface Place {
  readonly start: number;
  readonly width: number;
  readonly top: number;
  readonly height: number;
}

interface PlotOptions {
  readonly lines: readonly Drawn[];
  /** Counts things: no half of one on the scale. */
  readonly whole: boolean;
  readonly format: (value: number) => string;
  /** Milliseconds since 1970 → the words under the plot. */
  readonly formatAt: (at: number) => string;
  /** The points stand at even steps, whatever time lies between them; the first line is drawn as bars. */
  readonly evenly: boolean;
  /** From the right, the way one reads. */
  readonly mirrored: boolean;
  readonly onplaced: (place: Place) => void;
  /** Plots of one group point at the same moment. */
  readonly group: string | undefined;
  /** Which point is pointed at; undefined: none. */
  readonly onpoint: (nth: number | undefined) => void;
}

const HEIGHT = 168;
/** Of bars, which are the picture and no side note. */
const TALL = 232;
const MINUTE = 60;
const TIME_STEPS = [1, 2, 5, 10, 30, 60, 120, 360, 1440].map((minutes) => minutes * MINUTE);
const WHOLE_STEPS = Array.from({ length: 16 }, (_, n) => [1, 2, 5].map((step) => step * 10 ** n)).flat();
const EVEN_STEPS = [1, 2, 3, 4, 6, 7, 8, 12, 14, 24, 28, 60, 120];
const BARS = Plot.paths.bars?.({ size: [0.64, 44], radius: 0.12 });
const DASHES = [[], [6, 3], [2, 3], [10, 3, 2, 3], [1, 2]];

const tokenOf = (tone: ChartLine['tone']): string => (tone === 'plain' ? '--ink-faint' : `--${tone}`);
const washOf = (tone: ChartLine['tone']): string => (tone === 'plain' ? '--sunk' : `--${tone}-wash`);

/** A canvas knows no custom properties: an element says what a token is in the present light. */
const createColours = (host: HTMLElement) => {
  const probe = document.createElement('span');
  probe.hidden = true;
  host.append(probe);
  return (token: string): string => {
    probe.style.color = `var(${token})`;
    return getComputedStyle(probe).color;
  };
};

/** Tells when the light, or how much contrast is wanted, changes. */
const watchLight = (changed: () => void, signal: AbortSignal): void => {
  for (const query of ['(prefers-color-scheme: dark)', '(prefers-contrast: more)', 'print'])
    matchMedia(query).addEventListener('change', changed, { signal });
  const attributes = new MutationObserver(changed);
  attributes.observe(document.documentElement, { attributeFilter: ['data-theme', 'data-contrast'] });
  signal.addEventListener('abort', () => {
    attributes.disconnect();
  });
};

/** The side of an axis, as the package numbers them. */
const RIGHT = 1;
const WIDTH_OF_A_FIGURE = 6.6;

/** Room for the longest word of the scale. */
const roomFor = (words: readonly string[] | null): number =>
  Math.max(40, 16 + WIDTH_OF_A_FIGURE * Math.max(0, ...(words ?? []).map(({ length }) => length)));

const seriesFor = (
  { lines, evenly }: PlotOptions,
  colour: (token: string) => string,
): readonly Plot.Series[] =>
  lines.map(({ label, tone }, nth): Plot.Series => {
    const shared = { label, spanGaps: false, points: { show: false } };
    const isBars = evenly && nth === 0;
    if (isBars && BARS) return { ...shared, width: 0, paths: BARS, fill: () => colour(tokenOf(tone)) };
    const dash = DASHES[nth % DASHES.length] ?? [];
    return {
      ...{ ...shared, width: 1.75 },
      stroke: () => colour(tokenOf(tone)),
      ...(dash.length > 0 && { dash }),
      ...(evenly && { points: { show: true, size: 5, fill: () => colour(tokenOf(tone)) } }),
      // One line alone stands on a wash of its colour; more would cover one another.
      ...(lines.length === 1 && { fill: () => colour(washOf(tone)) }),
    };
  });

const NOTHING_BELOW = 0;

const optionsFor = (
  host: HTMLElement,
  options: PlotOptions,
  momentAt: (nth: number) => number | undefined,
): Plot.Options => {
  const { whole, format, formatAt, group, onpoint, evenly, mirrored, onplaced } = options;
  const colour = createColours(host);
  const { fontFamily } = getComputedStyle(host);
  const axis: Plot.Axis = {
    font: `12px ${fontFamily}`,
    stroke: () => colour('--ink-soft'),
    grid: { stroke: () => colour('--hair'), width: 1 },
    ticks: { show: false },
  };
  const wordsAt = (split: number): string => {
    const at = evenly ? momentAt(split) : split * 1_000;
    return at === undefined ? '' : formatAt(at);
  };
  return {
    ...{
      width: host.clientWidth,
      height: HEIGHT,
      legend: { show: false },
      padding: [8, 8, 0, mirrored ? 8 : 0],
    },
    cursor: {
      ...{ show: !evenly, y: false, drag: { x: false, y: false } },
      ...(group !== undefined && { sync: { key: group, setSeries: false } }),
    },
    scales: {
      x: {
        dir: mirrored ? -1 : 1,
        ...(evenly && { time: false, range: (_, __, last) => [-0.5, Math.max(0, last) + 0.5] }),
      },
      y: {
        range: (_, min, max) => [
          min < NOTHING_BELOW ? min * 1.1 : NOTHING_BELOW,
          max > NOTHING_BELOW ? max * 1.1 : min < NOTHING_BELOW ? NOTHING_BELOW : 1,
        ],
      },
    },
    axes: [
      {
        ...axis,
        ...{ space: evenly ? 56 : 72, incrs: evenly ? EVEN_STEPS : TIME_STEPS, grid: { show: false } },
        ...(evenly && { size: 30 }),
        values: (_, splits) => splits.map(wordsAt),
      },
      {
        ...Object.assign({}, axis, mirrored ? { side: RIGHT } : {}),
        ...{ space: 32, ...(whole && { incrs: WHOLE_STEPS }) },
        size: (_, words) => roomFor(words),
        values: (_, splits) => splits.map((value) => format(value)),
      },
    ],
    series: [{}, ...seriesFor(options, colour)],
    hooks: {
      setCursor: [
        ({ cursor }) => {
          onpoint(cursor.idx ?? undefined);
        },
      ],
      // Nothing stands on this line, whatever hangs below it.
      drawAxes: [
        (plot) => {
          if (plot.scales['y']?.min === NOTHING_BELOW) return;
          const { ctx, bbox } = plot;
          const y = Math.round(plot.valToPos(NOTHING_BELOW, 'y', true)) + 0.5;
          ctx.save();
          ctx.strokeStyle = colour('--rule');
          ctx.lineWidth = devicePixelRatio;
          ctx.beginPath();
          ctx.moveTo(bbox.left, y);
          ctx.lineTo(bbox.left + bbox.width, y);
          ctx.stroke();
          ctx.restore();
        },
      ],
      draw: [
        ({ bbox, width }) => {
          const [left, wide] = [bbox.left / devicePixelRatio, bbox.width / devicePixelRatio];
          onplaced({
            ...{ start: mirrored ? width - left - wide : left, width: wide },
            ...{ top: bbox.top / devicePixelRatio, height: bbox.height / devicePixelRatio },
          });
        },
      ],
    },
  };
};

/** Draws lines over time into an element, as wide as that is, in its light. */
export const openPlot = (host: HTMLElement, options: PlotOptions) => {
  const life = new AbortController();
  let moments: readonly number[] = [];
  const plot = new Plot(
    optionsFor(host, options, (nth) => moments[nth]),
    [[]],
    host,
  );
  const sizes = new ResizeObserver(() => {
    plot.setSize({ width: host.clientWidth, height: options.evenly ? TALL : HEIGHT });
  });
  sizes.observe(host);
  watchLight(() => {
    plot.redraw(false);
  }, life.signal);
  return {
    /** `at`: milliseconds since 1970, rising; of each line as many values. */
    show: (at: readonly number[], values: readonly (readonly (number | null)[])[]): void => {
      moments = at;
      const places = at.map((each, nth) => (options.evenly ? nth : each / 1_000));
      plot.setData([places, ...values.map((each) => [...each])]);
    },
    end: (): void => {
      life.abort();
      sizes.disconnect();
      plot.destroy();
    },
  };
};
