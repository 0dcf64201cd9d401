import type { Rejection } from '../../kernel/index.ts';
import { addressFault } from '../outlets/address.ts';
import { authorize } from '../pipeline/2-authorize.ts';
import { REPAIR_ENGINE, SEE_ENGINE } from '../session/session.ts';
import type { Instrument } from '../telemetry/otel/index.ts';
import type { TelemetrySettings } from '../reading/measurements.ts';
import { keepSettings, readSettings } from '../telemetry/store.ts';
import type { EngineApi } from './api.ts';
import type { EngineConfig, OpenBook } from './book.ts';
import type { Message } from './bus.ts';
import type { Leadership } from './lead.ts';

type Api = Pick<EngineApi, 'telemetry' | 'setTelemetry' | 'measured' | 'spans' | 'prometheus' | 'takeSpans'>;

interface Surroundings {
  /** Of read models and processes; undefined in a worker that does not lead. */
  readonly status: () => ReturnType<Leadership['status']> | undefined;
  readonly send: (message: Extract<Message, { kind: 'telemetry' | 'traced' }>) => void;
}

const UNSENT = { traces: { taken: 0 }, metrics: { taken: 0 } };

/** Measuring in one worker: off unless the owner has switched it on, and what measures is loaded only then. */
export const createMeasurements = (
  { application, commands, book, clock, newId }: EngineConfig,
  opened: Promise<OpenBook>,
  { status, send }: Surroundings,
) => {
  let instrument: Instrument | undefined;
  let endpoint = '';
  let turn: Promise<void> = Promise.resolve();

  const begin = async (settings: TelemetrySettings): Promise<void> => {
    const { startMeasuring } = await import('../telemetry/otel/index.ts');
    const { measuring, pipeline } = await opened;
    const commandTypes = new Set((await commands()).commands.map(({ type }) => type));
    endpoint = settings.endpoint;
    instrument = startMeasuring({
      ...{ endpoint, clock, instanceId: newId(), commandTypes },
      standing: () => ({
        waiting: pipeline.waiting,
        ...(status() ?? { views: [], processes: [] }),
      }),
      share: (commandId, traceparent) => {
        send({ kind: 'traced', commandId, traceparent });
      },
    });
    measuring.by(instrument.telemetry);
  };

  const end = async (): Promise<void> => {
    const { measuring } = await opened;
    measuring.by(undefined);
    instrument?.stop();
    instrument = undefined;
  };

  const lookOnce = async (): Promise<void> => {
    const settings = await readSettings(book);
    if (settings.on === (instrument !== undefined) && settings.endpoint === endpoint) return;
    if (instrument) await end();
    if (settings.on) await begin(settings);
  };

  /** Looks how it is to be now, and does so; what goes wrong here keeps nobody from working. */
  const look = (): Promise<void> => (turn = turn.then(lookOnce).catch(() => undefined));

  const sees = async (): Promise<boolean> => {
    const { session } = await opened;
    return application.permits(await session.actor(), SEE_ENGINE);
  };

  /** Notes under `attemptId` that it was done or refused, in the present operator's name. */
  const set = async (settings: TelemetrySettings, attemptId: string): Promise<Rejection | undefined> => {
    const { session, pipeline, registry } = await opened;
    const actor = await session.actor();
    const payload = { on: settings.on, endpoint: settings.endpoint };
    const command = { commandId: attemptId, type: 'SetTelemetry', payload };
    const permitted = authorize((...of) => application.permits(...of), actor, REPAIR_ENGINE, attemptId);
    if (!permitted.ok) {
      await pipeline.note(command, actor, permitted.error);
      return permitted.error.status === 'rejected' ? permitted.error.rejection : undefined;
    }
    const fault = payload.endpoint === '' ? undefined : addressFault(payload.endpoint);
    if (fault) return fault;
    await keepSettings(book, payload);
    await pipeline.note(command, actor, {
      status: 'committed',
      commandId: attemptId,
      position: 0,
      streams: {},
    });
    await registry.repairs.put({
      ...{ id: attemptId, actor: actor.id, at: clock.now(), state: 'done' },
      repair: { do: payload.on ? 'measuring-on' : 'measuring-off' },
    });
    send({ kind: 'telemetry' });
    await look();
    return undefined;
  };

  const api: Api = {
    telemetry: async () => {
      if (!(await sees())) return { on: false, endpoint: '', ...UNSENT };
      await turn;
      return { ...(await readSettings(book)), ...(instrument?.status() ?? UNSENT) };
    },
    setTelemetry: set,
    measured: async (after) =>
      (await sees()) ? (instrument?.samples() ?? []).filter(({ at }) => at > after) : [],
    spans: async () => ((await sees()) ? (instrument?.spans() ?? []) : []),
    prometheus: async () => ((await sees()) ? ((await instrument?.prometheus()) ?? '') : ''),
    takeSpans: (spans) => {
      instrument?.take(spans);
      return Promise.resolve();
    },
  };
  return {
    api,
    look: () => void look(),
    hear: (message: Message): void => {
      if (message.kind === 'telemetry') void look();
      if (message.kind === 'traced') instrument?.remember(message.commandId, message.traceparent);
    },
    close: (): void => {
      instrument?.stop();
    },
  };
};
