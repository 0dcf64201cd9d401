/** What the address asks for by this name: `shelf` of `?shelf=oversold` is `oversold`. */
export const asked = (querystring: string | undefined, name: string): string | undefined =>
  new URLSearchParams(querystring).get(name) ?? undefined;
