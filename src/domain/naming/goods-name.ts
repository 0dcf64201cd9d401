/** What is sold, as people call it: `Mug`, or of a variant `Mug, Large`. */
export const goodsName = ({
  name,
  variant,
}: {
  readonly name: string;
  readonly variant?: string | undefined;
}): string => (variant === undefined ? name : `${name}, ${variant}`);
