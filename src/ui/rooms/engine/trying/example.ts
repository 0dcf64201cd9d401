/** What of a JSON Schema the trade's commands use. */
interface Schema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly format?: string;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly minItems?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

interface World {
  /** A fresh id for each that is asked for. */
  readonly newId: () => string;
  /** ISO instant. */
  readonly now: string;
}

const textOf = ({ format }: Schema, { newId, now }: World): string => {
  switch (format) {
    case 'uuid':
      return newId();
    case 'date':
      return now.slice(0, 10);
    case 'date-time':
      return now;
    default:
      return '';
  }
};

const valueOf = (schema: Schema, world: World): unknown => {
  if (schema.const !== undefined) return schema.const;
  const [first] = schema.enum ?? [];
  if (first !== undefined) return first;
  const [either] = schema.anyOf ?? schema.oneOf ?? [];
  if (either) return valueOf(either, world);
  const { items = {}, minItems = 0, properties = {}, required = [] } = schema;
  switch (schema.type) {
    case 'string':
      return textOf(schema, world);
    case 'integer':
    case 'number':
      return schema.exclusiveMinimum === undefined
        ? Math.max(0, schema.minimum ?? 0)
        : schema.exclusiveMinimum + 1;
    case 'boolean':
      return false;
    case 'array':
      return Array.from({ length: minItems }, () => valueOf(items, world));
    default:
      return Object.fromEntries(required.map((name) => [name, valueOf(properties[name] ?? {}, world)]));
  }
};

/** A payload to begin with: what has to be there, as empty as may be, with fresh ids. */
export const exampleOf = (schema: unknown, world: World): unknown => valueOf(schema as Schema, world);

/** Names of what may be there beside it. */
export const optionalOf = (schema: unknown): readonly string[] => {
  const { properties = {}, required = [] } = schema as Schema;
  return Object.keys(properties).filter((name) => !required.includes(name));
};
