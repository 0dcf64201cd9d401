import { median, pairedRatio, percentile, rateOf, turns } from '../statistics.mjs';

const DURABILITIES = ['strict', 'relaxed'];

/** Which of page and worker writes raw records faster: that one is the limit. */
const fasterPlace = async (raw) => {
  const medians = {};
  for (const place of ['page', 'worker', 'page', 'worker'])
    medians[place] = median(await rawBlock(raw, place, 100, 'strict'));
  return medians.page <= medians.worker ? 'page' : 'worker';
};

const rawBlock = (raw, place, count, durability) =>
  raw.evaluate(({ place, options }) => globalThis.raw[place]('oneByOne', options), {
    place,
    options: { count, durability },
  });

/** Milliseconds of each dispatch, per round, of each raw write next to it, and of the log's own record by itself. */
const oneByOne = async ({ app, raw, place, sizes, durability, record }) => {
  const count = sizes.block;
  const parties = [
    () => app.evaluate((options) => globalThis.bench.oneByOne(options), { count, durability }),
    async () => ({ raw: await rawBlock(raw, place, count, durability) }),
    async () => ({
      records: await raw.evaluate((options) => globalThis.raw.records(options), {
        count,
        durability,
        record,
      }),
    }),
  ];
  const rounds = { taken: [], submitted: [], raw: [], records: [] };
  for (let round = 0; round <= sizes.rounds; round += 1) {
    const times = {};
    for (const party of turns(parties, round)) Object.assign(times, await party());
    // The first round warms up.
    if (round > 0) for (const [name, of] of Object.entries(times)) rounds[name].push(of);
  }
  return rounds;
};

const p50 = (round) => percentile(round, 0.5);

/** `ofRaw` compares what is done in a second, slow ones included; `ofRawAtP50` one with one. */
const summary = (rounds, raw) => ({
  p50: percentile(rounds.flat(), 0.5),
  p99: percentile(rounds.flat(), 0.99),
  perSecond: median(rounds.map(rateOf)),
  ofRaw: pairedRatio(rounds.map(rateOf), raw.map(rateOf)),
  ofRawAtP50: pairedRatio(raw.map(p50), rounds.map(p50)),
});

const allAtOnce = async ({ app, raw, place, sizes, durability }) => {
  const ours = [];
  const theirs = [];
  const parties = [
    async () => {
      const count = sizes.concurrent;
      const ms = await app.evaluate((options) => globalThis.bench.allAtOnce(options), { count, durability });
      ours.push((1000 * count) / ms);
    },
    async () => theirs.push(rateOf(await rawBlock(raw, place, sizes.block, durability))),
  ];
  for (let round = 0; round <= sizes.concurrentRounds; round += 1)
    for (const party of turns(parties, round)) await party();
  return { perSecond: median(ours.slice(1)), ofRaw: pairedRatio(ours.slice(1), theirs.slice(1)) };
};

/** From dispatch to durable receipt, one by one and all at once, against raw writes of the same durability. */
export const measureDispatching = async (app, raw, sizes) => {
  const place = await fasterPlace(raw);
  const record = await app.evaluate(() => globalThis.bench.recordOfOrder());
  const figures = { place };
  for (const durability of DURABILITIES) {
    const all = { app, raw, place, sizes, durability, record };
    const rounds = await oneByOne(all);
    figures[durability] = {
      taken: summary(rounds.taken, rounds.raw),
      submitted: summary(rounds.submitted, rounds.raw),
      raw: summary(rounds.raw, rounds.raw),
      records: summary(rounds.records, rounds.raw),
      allAtOnce: await allAtOnce(all),
    };
  }
  return figures;
};
