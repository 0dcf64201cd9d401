interface Buyer {
  readonly name: string;
  readonly company?: string | undefined;
}

/** Whom a list names first: the company, else the person. `under` is who answers there. */
export const buyerLines = ({ name, company }: Buyer): { readonly first: string; readonly under?: string } =>
  company === undefined || company === '' || company === name
    ? { first: name }
    : { first: company, under: name };

/** Both in a line: `Engines Ltd · Ada Lovelace`. */
export const buyerName = (buyer: Buyer): string => {
  const { first, under } = buyerLines(buyer);
  return under === undefined ? first : `${first} · ${under}`;
};
