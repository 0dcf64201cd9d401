/** The version in package.json and the commit it was built from, as in `0.1.0+9cd724b`; put in by the build. */
declare const __APP_VERSION__: string;
