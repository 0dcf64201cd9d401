const ZEROS = ['٠', '۰'].map((zero) => zero.charCodeAt(0));

/** What an Arabic or Persian keyboard types, as the figures and marks that are read: "١٢٫٥" → "12.5". */
export const inLatin = (text: string): string =>
  text
    .replace(/[٠-٩۰-۹]/g, (digit) => {
      const code = digit.charCodeAt(0);
      return String(Math.min(...ZEROS.map((zero) => code - zero).filter((figure) => figure >= 0)));
    })
    .replaceAll('٫', '.')
    .replaceAll('٬', ',')
    .replaceAll('،', ',')
    .replace(/[\u061c\u200e\u200f\u2066-\u2069]/g, '');
