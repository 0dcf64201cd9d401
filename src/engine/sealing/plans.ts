import {
  eventTypes,
  personalPlan,
  subjectOf,
  type Commands,
  type Trade,
  type Json,
  type PersonalPlan,
} from '../../kernel/index.ts';
import type { LogRecord } from '../ports.ts';

type BySchema = ReadonlyMap<string, PersonalPlan>;

const plansOf = (schemas: Iterable<readonly [string, Parameters<typeof personalPlan>[0]]>): BySchema => {
  const plans = new Map<string, PersonalPlan>();
  for (const [name, schema] of schemas) {
    const plan = personalPlan(schema, name);
    if (plan) plans.set(name, plan);
  }
  return plans;
};

const holds = (plan: PersonalPlan, kind: 'subject' | 'value'): boolean => {
  switch (plan.kind) {
    case 'subject':
    case 'value':
      return plan.kind === kind;
    case 'each':
      return holds(plan.of, kind);
    case 'members':
      return [...plan.of.values()].some((member) => holds(member, kind));
  }
};

/** Where the trade's events hold what is personal, compiled once from their schemas. */
export interface Plans {
  readonly events: BySchema;
  /** Event types that hold personal values or say that a person is forgotten. */
  readonly personal: ReadonlySet<string>;
  readonly forgetting: ReadonlySet<string>;
  /** Who is forgotten by the events of a record. */
  forgottenBy(events: Iterable<{ readonly type: string; readonly data: unknown }>): readonly string[];
}

/** And where its commands do. */
export interface CommandPlans {
  readonly plans: BySchema;
  /** Command types of the trade. */
  readonly known: ReadonlySet<string>;
}

/** @throws UnforgettableError for a schema that could not be kept once a person is forgotten. */
export const compileCommandPlans = ({ commands }: Commands): CommandPlans => ({
  plans: plansOf(commands.map(({ type, payload }) => [type, payload])),
  known: new Set(commands.map(({ type }) => type)),
});

/** @throws UnforgettableError for a schema that could not be kept once a person is forgotten. */
export const compilePlans = (application: Trade): Plans => {
  const events = plansOf([...eventTypes(application)].map(([type, { schema }]) => [type, schema]));
  const forgetting = new Set((application.forgetting ?? []).map(({ type }) => type));
  const sealed = [...events].filter(([, plan]) => holds(plan, 'subject') && holds(plan, 'value'));
  return {
    events,
    personal: new Set([...sealed.map(([type]) => type), ...forgetting]),
    forgetting,
    forgottenBy: (found) =>
      [...found].flatMap(({ type, data }) => {
        const plan = forgetting.has(type) ? events.get(type) : undefined;
        const subject = plan && subjectOf(plan, data as Json);
        return subject === undefined ? [] : [subject];
      }),
  };
};

export const eventsOf = (record: LogRecord) => record.commits.flatMap(({ events }) => events);
