/** The version in package.json and the commit it was built from, as in `0.1.0+9cd724b`; put in by the build. */
declare const __APP_VERSION__: string;

/** What folds events, as it was when this was built; empty under the development server, where it changes as it runs. */
declare const __CODE__: {
  readonly reducers?: string;
  readonly projections?: Readonly<Record<string, string>>;
};
