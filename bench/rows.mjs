import { LIMITS } from '../.ci/script-sizes.mjs';

const whole = (value) => Math.round(value).toLocaleString('en');
const decimal = (value) => value.toFixed(value < 10 ? 2 : 1);
const ms = (value) => `${decimal(value)} ms`;
const perSecond = (value) => `${whole(value)}/s`;
const times = (value) => `${value.toFixed(2)} ×`;
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
const megabytes = (bytes) => `${(bytes / 1_000_000).toFixed(1)} MB`;
const lag = ({ p50, p99 }) => `p50 ${ms(p50)}, p99 ${ms(p99)}`;

const row = (figure, measured, against = '') => [figure, measured, against, '', ''];
const judged = (figure, measured, against, target, met) => [
  figure,
  measured,
  against,
  target,
  met ? 'met' : 'NOT met',
];

const weighed = (what, bytes, limit) =>
  judged(what, kilobytes(bytes), '', `≤ ${kilobytes(limit)}`, bytes <= limit);

const ofRawBoth = ({ ofRaw, ofRawAtP50 }) => `${times(ofRawAtP50)} raw at p50, ${times(ofRaw)} per second`;

const oneByOne = (what, { p50, p99, perSecond: rate, ofRaw, ofRawAtP50 }) =>
  judged(
    what,
    `${lag({ p50, p99 })}, ${perSecond(rate)}`,
    ofRawBoth({ ofRaw, ofRawAtP50 }),
    '≥ 0.50 × raw at p50',
    ofRawAtP50 >= 0.5,
  );

/** What the same record takes on the same way without anything decided: faster than this no command can be. */
const bare = (durability, { ofRaw, ofRawAtP50, ...times }) =>
  row(
    `an order’s record asked of a worker, nothing decided, ${durability}`,
    `${lag(times)}, ${perSecond(times.perSecond)}`,
    ofRawBoth({ ofRaw, ofRawAtP50 }),
  );

const dispatching = (durability, { taken, submitted, raw, records, allAtOnce }) => [
  oneByOne(`orders taken one by one, ${durability}`, taken),
  oneByOne(`orders submitted one by one, ${durability}`, submitted),
  bare(durability, records),
  row(`raw records one by one, ${durability}`, `${lag(raw)}, ${perSecond(raw.perSecond)}`),
  judged(
    `1,000 orders at once, ${durability}`,
    perSecond(allAtOnce.perSecond),
    `${times(allAtOnce.ofRaw)} raw one by one`,
    '≥ 3 × raw one by one',
    allAtOnce.ofRaw >= 3,
  ),
];

const measuring = ({ off, on, onToOff }) =>
  row(
    'orders taken one by one, strict, measuring on',
    perSecond(on),
    `${times(onToOff)} measuring off (${perSecond(off)})`,
  );

const importing = ({ orders, visible, everywhere, perSecond: rate, longest }, room) => [
  row(
    `import of ${whole(orders)} orders until listed`,
    `${(visible / 1000).toFixed(1)} s, ${perSecond(rate)}`,
    `all read models ${(everywhere / 1000).toFixed(1)} s`,
  ),
  judged(
    `longest task of the page, in ${room}, while importing ${whole(orders)} orders`,
    longest === 0 ? 'none of 50 ms' : ms(longest),
    '',
    '≤ 200 ms',
    longest <= 200,
  ),
];

const listing = ({ orders, asked, toRaw, toSmallest }, _, books) =>
  against(
    `first page of ${whole(orders)} orders, asked`,
    [ms(asked), `${times(toRaw)} raw`],
    [toSmallest, `at ${whole(books[0].orders)}`, orders === books.at(-1).orders],
  );

const painting = ({ orders, painted, paintedToSmallest }, _, books) =>
  against(
    `first page of ${whole(orders)} orders, painted`,
    [ms(painted)],
    [paintedToSmallest, `at ${whole(books[0].orders)}`, orders === books.at(-1).orders],
  );

const starting = ({ orders, painted, toEmpty }, _, books) =>
  against(
    `cold start with ${whole(orders)} orders`,
    [ms(painted)],
    [toEmpty, 'empty', orders === books.at(-1).orders],
  );

const searching = ({ orders, complete, longest, answer }) =>
  row(
    `search in ${whole(orders)} orders, per letter`,
    `p50 ${ms(answer.p50)}, p95 ${ms(answer.p95)}`,
    `all read ${(complete / 1000).toFixed(1)} s after opening, longest task of the page ${whole(longest)} ms`,
  );

const interacting = ({ orders, kinds, all }) =>
  [...kinds, { kind: 'over all', ...all }].map(({ kind, p50, p95, count }) =>
    judged(
      `interactions at ${whole(orders)} orders: ${kind}`,
      `p50 ${ms(p50)}, p95 ${ms(p95)}`,
      `of ${whole(count)}`,
      'p95 ≤ 100 ms',
      p95 <= 100,
    ),
  );

const rebuilding = ({ orders, events, one, all }) => [
  rebuilt(`rebuild of the order list of ${whole(orders)} orders (${whole(events)} events), checked`, one),
  rebuilt(`rebuild of all ${String(all.views)} read models of ${whole(orders)} orders, checked`, all),
];

const rebuilt = (figure, { served, perSecond: rate, foldedPerSecond, rawPerSecond, toRaw }) =>
  row(
    figure,
    `${(served / 1000).toFixed(1)} s, ${perSecond(rate)}; without the check ${perSecond(foldedPerSecond)}`,
    `${times(toRaw)} the time of reading all events and writing the final rows (${perSecond(rawPerSecond)})`,
  );

const loading = ({ movements, short, kept, whole: unaided }) =>
  row(
    `first movement after a start, of a stock item with ${whole(movements)} before it`,
    `${ms(kept)} from what is kept folded, ${ms(unaided)} without`,
    `${ms(short)} with none before it`,
  );

/** A figure of one book against the same of the smallest; the largest book is judged. */
const against = (figure, measured, [ratio, smallest, isJudged]) => {
  const compared = `${times(ratio)} ${smallest}`;
  return isJudged
    ? judged(figure, measured.join(', '), compared, `≤ 1.50 × ${smallest}`, ratio <= 1.5)
    : row(figure, measured.join(', '), compared);
};

/** The figures as rows of a table: figure, measured, against what, target, verdict. */
export const rowsOf = (results) => [
  ...dispatching('strict', results.dispatching.strict),
  ...dispatching('relaxed', results.dispatching.relaxed),
  measuring(results.measuring),
  ...importing(results.importing.small, 'its own room'),
  ...importing(results.importing.large, 'the order list'),
  ...results.listing.books.map(listing),
  ...results.listing.books.map(painting),
  ...results.starting.map(starting),
  searching(results.searching),
  ...interacting(results.interacting),
  ...rebuilding(results.rebuilding),
  loading(results.loading),
  row('own write read back after its receipt', lag(results.ownWrites)),
  row('order seen in another tab after its dispatch', lag(results.otherTab.fromDispatch)),
  row(
    'bytes on disk per order',
    whole(results.importing.bytesPerOrder),
    `${whole(results.importing.usagePerOrder)} by the browser's own count`,
  ),
  row('worker heap, largest book just started', megabytes(results.listing.heaps.worker)),
  row('worker heap, after the imports', megabytes(results.importing.heapsAfterImport.worker)),
  row('scripts of the page, gzipped', kilobytes(results.scripts.page)),
  weighed('the same with Today', results.scripts.today, LIMITS.today),
  weighed('the same with the first run', results.scripts.beginning, LIMITS.beginning),
  weighed('scripts of the worker before the first room, gzipped', results.scripts.worker, LIMITS.worker),
];
