import { MeterProvider, MetricReader } from '@opentelemetry/sdk-metrics';
import { describe, expect, it } from 'vitest';
import { prometheusText } from './prometheus.ts';

class Reader extends MetricReader {
  protected override onShutdown = () => Promise.resolve();
  protected override onForceFlush = () => Promise.resolve();
}

const measure = async (record: (meter: ReturnType<MeterProvider['getMeter']>) => void): Promise<string> => {
  const reader = new Reader();
  record(new MeterProvider({ readers: [reader] }).getMeter('test'));
  const { scopeMetrics } = (await reader.collect()).resourceMetrics;
  return prometheusText(scopeMetrics.flatMap(({ metrics }) => metrics));
};

describe('the text for Prometheus', () => {
  it('names a counter by its total, a duration by its unit, and adds up the classes', async () => {
    const text = await measure((meter) => {
      meter
        .createCounter('counterfoil.commands', { description: 'Commands.' })
        .add(3, { type: 'Pay', outcome: 'committed' });
      const times = meter.createHistogram('counterfoil.stage.duration', {
        ...{ description: 'Time.', unit: 's' },
        advice: { explicitBucketBoundaries: [0.001, 0.01] },
      });
      for (const seconds of [0.000_5, 0.001, 0.005, 2]) times.record(seconds, { stage: 'decide' });
    });
    expect(text).toBe(`# HELP counterfoil_commands_total Commands.
# TYPE counterfoil_commands_total counter
counterfoil_commands_total{type="Pay",outcome="committed"} 3
# HELP counterfoil_stage_duration_seconds Time.
# TYPE counterfoil_stage_duration_seconds histogram
counterfoil_stage_duration_seconds_bucket{stage="decide",le="0.001"} 2
counterfoil_stage_duration_seconds_bucket{stage="decide",le="0.01"} 3
counterfoil_stage_duration_seconds_bucket{stage="decide",le="+Inf"} 4
counterfoil_stage_duration_seconds_sum{stage="decide"} 2.0065
counterfoil_stage_duration_seconds_count{stage="decide"} 4
`);
  });

  it('escapes what would end a label or a line', async () => {
    const text = await measure((meter) => {
      const lag = meter.createObservableGauge('lag', { description: 'First\nsecond \\ third' });
      lag.addCallback((to) => {
        to.observe(7, { view: 'a "b"\\\nc' });
      });
    });
    expect(text).toBe(`# HELP lag First\\nsecond \\\\ third
# TYPE lag gauge
lag{view="a \\"b\\"\\\\\\nc"} 7
`);
  });

  it('is empty where nothing was measured', async () => {
    expect(await measure(() => undefined)).toBe('');
  });
});
