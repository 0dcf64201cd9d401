/** As papers write it: letters and figures, and what parts them. No country's own rules; empty where there is none. */
export const TAX_NUMBER =
  /^(?:[(\u{200e}\u{200f}]*[\p{L}\p{N}][\p{L}\p{M}\p{N}\p{Zs}\p{Pd}.,:/&+*#()\u{200e}\u{200f}]*)?$/u;

export const isTaxNumber = (text: string): boolean => TAX_NUMBER.test(text);
