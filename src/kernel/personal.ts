import * as z from 'zod/mini';

/** What is known of a schema: that it names a person, or holds something of one. */
type Mark =
  { readonly kind: 'subject' } | { readonly kind: 'personal'; readonly forgotten: string | undefined };

const marks = new WeakMap<z.core.$ZodType, Mark>();

const marked = <Schema extends z.core.$ZodType>(schema: Schema, mark: Mark): Schema => {
  const own = z.core.clone(schema);
  marks.set(own, mark);
  return own;
};

/** An id by which a person is known: personal values beside it, or below, are theirs. */
export const subject = <Schema extends z.core.$ZodType>(schema: Schema): Schema =>
  marked(schema, { kind: 'subject' });

/**
 * A value that is a person's own: wherever a schema holds it, the log keeps it sealed with that person's key.
 * `forgotten` is what stands there once the key is destroyed; only an optional member can do without.
 */
export const personal = <Schema extends z.core.$ZodType>(
  schema: Schema,
  forgotten?: z.output<Schema> & string,
): Schema => marked(schema, { kind: 'personal', forgotten });

/** Where a schema's personal values are, and whose. */
export type PersonalPlan =
  | { readonly kind: 'subject' }
  | { readonly kind: 'value'; readonly forgotten: string | undefined }
  | { readonly kind: 'members'; readonly of: ReadonlyMap<string, PersonalPlan> }
  | { readonly kind: 'each'; readonly of: PersonalPlan };

export class UnforgettableError extends Error {
  override readonly name = 'UnforgettableError';
}

/** What of a zod schema's definition is looked at. */
interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
  readonly element?: z.core.$ZodType;
  readonly valueType?: z.core.$ZodType;
  readonly options?: readonly z.core.$ZodType[];
  readonly innerType?: z.core.$ZodType;
  readonly in?: z.core.$ZodType;
}

const merged = (one: PersonalPlan | undefined, other: PersonalPlan | undefined): PersonalPlan | undefined => {
  if (one?.kind !== 'members' || other?.kind !== 'members') return one ?? other;
  const of = new Map(one.of);
  for (const [name, plan] of other.of) of.set(name, merged(of.get(name), plan) ?? plan);
  return { kind: 'members', of };
};

const optional = (plan: PersonalPlan | undefined): PersonalPlan | undefined =>
  plan?.kind === 'value' ? { kind: 'value', forgotten: undefined } : plan;

/** A value that must be there has something to stand for it. */
const required = (plan: PersonalPlan | undefined, path: string): PersonalPlan | undefined => {
  if (plan?.kind === 'value' && plan.forgotten === undefined)
    throw new UnforgettableError(`${path} must be there, but has nothing to stand for it when forgotten`);
  return plan;
};

const members = (shape: NonNullable<Definition['shape']>, path: string): PersonalPlan | undefined => {
  const of = new Map<string, PersonalPlan>();
  for (const [name, schema] of Object.entries(shape)) {
    const here = `${path}.${name}`;
    const plan = planAt(schema, here);
    const optionalHere = ['optional', 'default', 'prefault'].includes(schema._zod.def.type);
    const known = optionalHere ? optional(plan) : required(plan, here);
    if (known) of.set(name, known);
  }
  return of.size > 0 ? { kind: 'members', of } : undefined;
};

const planAt = (schema: z.core.$ZodType, path: string): PersonalPlan | undefined => {
  const mark = marks.get(schema);
  if (mark) return mark.kind === 'subject' ? mark : { kind: 'value', forgotten: mark.forgotten };
  const { shape, element, valueType, options, innerType, in: piped } = schema._zod.def as Definition;
  if (shape) return members(shape, path);
  const item = element ?? valueType;
  if (item) {
    const of = required(planAt(item, `${path}[]`), `${path}[]`);
    return of && { kind: 'each', of };
  }
  if (options)
    return options
      .map((option) => planAt(option, path))
      .reduce<PersonalPlan | undefined>((all, one) => merged(all, one), undefined);
  const inner = innerType ?? piped;
  return inner && planAt(inner, path);
};

/**
 * The plan of a schema; undefined when it holds nothing of anybody and names nobody.
 * @throws UnforgettableError when a personal value that must be there has no `forgotten`.
 */
export const personalPlan = (schema: z.core.$ZodType, name: string): PersonalPlan | undefined =>
  planAt(schema, name);
