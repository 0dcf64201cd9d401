import * as z from 'zod/mini';
import { eventTypes, type Application } from '../../kernel/index.ts';
import type { Described, Description } from './api.ts';

const describeOne = (name: string, permission: string, schema: z.ZodMiniType): Described => ({
  name,
  permission,
  schema: z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }),
});

/** All that a script can say to the book, made from the very schemas that check it. */
export const describeApplication = (application: Application): Description => {
  const { commands, jobs, queries } = application;
  return {
    commands: commands.map(({ type, permission, payload }) => describeOne(type, permission, payload)),
    jobs: jobs.map(({ type, permission, payload }) => describeOne(type, permission, payload)),
    queries: queries.map(({ name, permission, params }) => describeOne(name, permission, params)),
    events: [...eventTypes(application).keys()].sort(),
  };
};
