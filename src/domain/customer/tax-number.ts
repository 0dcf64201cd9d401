/** As papers write it: letters and figures, and what parts them. No country's own rules; empty where there is none. */
export const TAX_NUMBER = /^(?:[\p{L}\p{N}][\p{L}\p{M}\p{N}\p{Zs}.,:/&+*#()–-]*)?$/u;

export const isTaxNumber = (text: string): boolean => TAX_NUMBER.test(text);
