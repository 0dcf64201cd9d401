import { v7 } from 'uuid';
import type { Rejection } from '../kernel/index.ts';
import type {
  FinishedSpan,
  Sample,
  TelemetrySettings,
  TelemetryStatus,
} from '../engine/reading/measurements.ts';
import type { Observable } from '../engine/reading/index.ts';
import type { Allowing } from './allowing.ts';
import type { Link } from './link.ts';
import { NO_TRACE, type PageTrace } from './page-trace.ts';

const ASK_MS = 10_000;

interface Surroundings {
  readonly link: Link;
  readonly book: string;
  readonly allowing: Pick<Allowing, 'look'>;
  /** How far each read model is; a command is shown when all of `views` have come to it. */
  readonly progress: Observable<ReadonlyMap<string, number>>;
  readonly views: readonly string[];
}

/** Remembers in the page that the engine measures, so that a page of which nobody asked for that asks nobody. */
const hint = (book: string) => {
  const key = `${book}-telemetry`;
  return {
    key,
    get: (): boolean => {
      try {
        return localStorage.getItem(key) !== null;
      } catch {
        return false;
      }
    },
    set: (on: boolean): void => {
      try {
        if (on) localStorage.setItem(key, 'on');
        else localStorage.removeItem(key);
      } catch {
        // Then traces begin in the engine, not in the page.
      }
    },
  };
};

/** Measuring, as the page has to do with it: its switch, what was measured, and the page's own part of each trace. */
export const createTelemetryOf = ({ link, book, allowing, progress, views }: Surroundings) => {
  const remembered = hint(book);
  let tracing: { begin(type: string): PageTrace; stop(): void } | undefined;
  let turn: Promise<void> = Promise.resolve();
  const send = (spans: readonly FinishedSpan[]) => link.call((engine) => engine.takeSpans(spans), ASK_MS);
  const lookOnce = async (): Promise<void> => {
    if (remembered.get()) {
      const { startPageTracing } = await import('./telemetry/page-tracing.ts');
      tracing ??= startPageTracing({ progress, views, send });
    } else {
      tracing?.stop();
      tracing = undefined;
    }
  };
  const look = (): Promise<void> => (turn = turn.then(lookOnce).catch(() => undefined));
  const heard = ({ key }: StorageEvent) => {
    if (key === remembered.key) void look();
  };
  addEventListener('storage', heard);
  if (remembered.get()) void look();
  const remember = async ({ on }: TelemetrySettings): Promise<void> => {
    if (remembered.get() !== on) remembered.set(on);
    await look();
  };
  return {
    /** A command begins; costs nothing while nobody measures. */
    begin: (type: string): PageTrace => tracing?.begin(type) ?? NO_TRACE,
    /** How this device measures; a page that had forgotten remembers it again. */
    status: async (): Promise<TelemetryStatus> => {
      const status = await link.call((engine) => engine.telemetry(), ASK_MS);
      if (status.on !== remembered.get()) await remember(status);
      return status;
    },
    /** Switches it on or off on this device; gives the refusal, if it was refused. */
    set: async (settings: TelemetrySettings): Promise<Rejection | undefined> => {
      const rejection = await link.call((engine) => engine.setTelemetry(settings, v7()), ASK_MS);
      if (rejection) return rejection;
      await remember(settings);
      await allowing.look();
      return undefined;
    },
    /** What this tab's engine measured after a moment (milliseconds since 1970), the oldest first. */
    samples: (after = 0): Promise<readonly Sample[]> => link.call((engine) => engine.measured(after), ASK_MS),
    /** The spans that ended lately, the oldest first. */
    spans: (): Promise<readonly FinishedSpan[]> => link.call((engine) => engine.spans(), ASK_MS),
    /** The text format of Prometheus; empty while nothing is measured. */
    prometheus: (): Promise<string> => link.call((engine) => engine.prometheus(), ASK_MS),
    close: (): void => {
      removeEventListener('storage', heard);
      tracing?.stop();
    },
  };
};
