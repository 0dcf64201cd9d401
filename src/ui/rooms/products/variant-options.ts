export interface VariantChoice {
  readonly name: string;
  readonly value: string;
}

/** "Size: M, Colour: Red" as options; none at all when a part of it has no name or no value. */
export const optionsIn = (text: string): readonly VariantChoice[] => {
  const parts = text.split(',').map((part) => {
    const [name = '', ...value] = part.split(':');
    return { name: name.trim(), value: value.join(':').trim() };
  });
  return parts.every(({ name, value }) => name !== '' && value !== '') ? parts : [];
};

export const optionsText = (options: readonly VariantChoice[]): string =>
  options.map(({ name, value }) => `${name}: ${value}`).join(', ');
