import type * as z from 'zod/mini';

export type IndexValue = string | number;

/** A stretch of an index. With a compound index `prefix` fixes its first members. Bounds are inclusive unless `open`. */
export interface Range {
  /** Index name: a member, or members joined by `+`; left out: the primary key. */
  readonly index?: string;
  readonly prefix?: readonly IndexValue[];
  readonly from?: IndexValue;
  readonly to?: IndexValue;
  readonly fromOpen?: boolean;
  readonly toOpen?: boolean;
  readonly reverse?: boolean;
  readonly limit?: number;
}

/** A read model's table as a query sees it: it can read, and nothing else. */
export interface ReadTable<Row> {
  get(key: string): Promise<Row | undefined>;
  getMany(keys: readonly string[]): Promise<(Row | undefined)[]>;
  range(range: Range): Promise<Row[]>;
  count(range: Range): Promise<number>;
}

export type ReadTables<Tables> = { readonly [Table in keyof Tables & string]: ReadTable<Tables[Table]> };

/** A question to one read model: parameters' shape, who may ask, and the answer in the shape of the screen. */
export interface QueryType<Name extends string = string, Params = unknown, Answer = unknown> {
  readonly name: Name;
  /** Name of the projection that it reads. */
  readonly view: string;
  readonly params: z.ZodMiniType<Params>;
  readonly permission: string;
  run(tables: never, params: Params): Promise<Answer>;
  /** Streams whose events alone make the answer; left out when it may come of any. Spares a look back the whole log. */
  streams?(params: Params): readonly string[];
}

/** Declares a query: `defineQuery<Tables>()({ … })`. */
export const defineQuery =
  <Tables extends object>() =>
  <Name extends string, Params, Answer>(
    spec: Omit<QueryType<Name, Params, Answer>, 'run'> & {
      run(tables: ReadTables<Tables>, params: Params): Promise<Answer>;
    },
  ): QueryType<Name, Params, Answer> =>
    spec;

export type ParamsOf<Query> = Query extends QueryType<string, infer Params> ? Params : never;
