/** A worker in one piece, as text (test/browser/bundled.mjs). */
declare module '*?bundled' {
  const source: string;
  export default source;
}
