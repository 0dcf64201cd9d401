import type { Process } from '../../kernel/index.ts';
import { Follower } from '../follow/follower.ts';
import type { Progress } from '../follow/following.ts';
import { CantRepairError, type Intervention } from '../registry/index.ts';
import { RunningProcess, type ProcessPorts } from './running-process.ts';

export interface ProcessStatus extends Progress {
  readonly process: string;
  /** Commands still to be sent, or sent and not answered. */
  readonly outbox: number;
  /** Commands that the domain refused; they are kept in the process's own database. */
  readonly refused: number;
  /** What does not go on by itself, and nobody has decided on. */
  readonly stuck: number;
  /** Timers that are set and have not fired, and when the next one is due (ISO instant). */
  readonly timers: number;
  readonly due?: string;
}

export interface ProcessRunnerPorts extends ProcessPorts {
  readonly processes: readonly Process[];
}

export interface ProcessRunner {
  start(): void;
  /** Ends after what is under way. */
  stop(): Promise<void>;
  status(): readonly ProcessStatus[];
  /** Does what an operator asked for. @throws CantRepairError */
  intervene(deed: Intervention, by: string): Promise<void>;
}

/** Runs every process manager, each by itself, from its own checkpoint. */
export const createProcessRunner = (ports: ProcessRunnerPorts): ProcessRunner => {
  const running = ports.processes.map((each) => {
    const process = new RunningProcess(each, ports);
    return { process, follower: new Follower(process, { ...ports, onProgress: () => undefined }) };
  });
  return {
    start: () => running.forEach(({ follower }) => follower.start()),
    stop: async () => {
      await Promise.all(running.map(({ follower }) => follower.stop()));
    },
    intervene: async (deed, by) => {
      const one = running.find(({ process }) => process.process.name === deed.process);
      if (!one) throw new CantRepairError(`There is no process ${deed.process}.`);
      const release = await one.follower.hold();
      try {
        await one.process.intervene(deed, by);
      } finally {
        // It looks at its database anew, and sends at once what waits there.
        one.follower.restart();
        release();
      }
    },
    status: () =>
      running.map(({ process, follower }) => ({
        ...follower.progress(),
        process: process.process.name,
        outbox: process.outbox,
        refused: process.refused,
        stuck: process.stuck,
        timers: process.waiting,
        ...(process.due !== undefined && { due: process.due }),
      })),
  };
};
