/** What people call something on the shelf: "Mug", or of a variant "Mug, Large". */
export const called = ({ name, variant }: { name: string; variant?: string }): string =>
  variant === undefined ? name : `${name}, ${variant}`;
