import { median, pairedRatio, rateOf, turns } from '../statistics.mjs';

/** The same dispatches with measuring off and on, in turns: orders taken a second. */
export const measureMeasuring = async (app, sizes) => {
  const rates = { off: [], on: [] };
  const party = (state) => async () => {
    await app.evaluate((on) => globalThis.counterfoil.telemetry.set({ on, endpoint: '' }), state === 'on');
    const { taken } = await app.evaluate((options) => globalThis.bench.oneByOne(options), {
      count: sizes.block,
      durability: 'strict',
    });
    rates[state].push(rateOf(taken));
  };
  for (let round = 0; round <= sizes.rounds; round += 1)
    for (const block of turns([party('off'), party('on')], round)) await block();
  await app.evaluate(() => globalThis.counterfoil.telemetry.set({ on: false, endpoint: '' }));
  // The first round warms up.
  const [off, on] = [rates.off.slice(1), rates.on.slice(1)];
  return { off: median(off), on: median(on), onToOff: pairedRatio(on, off) };
};
