import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { aggregates, commands, forgetting } from '../../src/domain/index.ts';
import { permits, roles, signIn } from '../../src/domain/operator/index.ts';
import { createMemoryLog } from '../../src/engine/log/memory-log.ts';
import { Branch } from '../../src/engine/pipeline/4-load.ts';
import { Session } from '../../src/engine/session/session.ts';
import { jobs } from '../../src/jobs/index.ts';
import type { Application } from '../../src/kernel/index.ts';
import { processes } from '../../src/processes/index.ts';
import { projections, queries } from '../../src/views/index.ts';
import { samplesOf } from '../schemas/samples.ts';
import type { Shape } from '../schemas/widens.ts';
import { tab } from './tab.ts';

const trade: Application = {
  ...{ aggregates, commands, projections, queries, processes, jobs, forgetting, signIn, permits },
};
const everybody = [...Object.keys(roles), 'nobody'];

/** Some payload that a command takes; whether it makes sense is not asked before who may. */
const payloadOf = (type: string): unknown => {
  const command = commands.find((one) => one.type === type);
  if (!command) throw new Error(type);
  const shape = z.toJSONSchema(command.payload, { io: 'input', unrepresentable: 'any' });
  const samples = samplesOf(shape as Shape);
  return samples.find((one) => command.payload.safeParse(one).success);
};

describe.each(everybody)('whoever works as %s', (role) => {
  const actor = { id: 'somebody', role };
  const allowed = (one: { readonly permission: string }) => permits(actor, one.permission);

  it('is refused exactly the commands that the table keeps from the role, and is asked nothing else before', async () => {
    const { send } = await tab(createMemoryLog(), trade);
    const answers = await Promise.all(
      commands.map(async ({ type }) => {
        const receipt = await send(`try-${type}`, type, payloadOf(type), actor);
        return [type, receipt.status === 'rejected' ? receipt.rejection.code : receipt.status] as const;
      }),
    );
    expect(answers.filter(([, code]) => code === 'not-permitted').map(([type]) => type)).toEqual(
      commands.filter((command) => !allowed(command)).map(({ type }) => type),
    );
    expect(answers.filter(([, code]) => code === 'invalid-payload' || code === 'internal-error')).toEqual([]);
  });

  it('is told the same beforehand, for questions and long work too', async () => {
    const { streams } = await tab(createMemoryLog(), trade);
    const read = new Branch(streams);
    const session = new Session({
      application: trade,
      rest: () => Promise.resolve(trade),
      builtIn: actor,
      read: (...of) => read.read(...of),
    });
    const told = await session.after(0);
    const given = new Set([...commands, ...jobs].map(({ type }) => type));
    expect(told.commands.filter((type) => given.has(type))).toEqual(
      [...commands, ...jobs].filter(allowed).map(({ type }) => type),
    );
    expect(told.queries).toEqual(queries.filter(allowed).map(({ name }) => name));
  });
});
