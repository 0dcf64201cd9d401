import { getLocale } from '../words/index.ts';

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** Bytes as people say them: "3.4 MB". */
export const bytes = (count: number): string => {
  const step = Math.min(UNITS.length - 1, count < 1 ? 0 : Math.floor(Math.log(count) / Math.log(1000)));
  const figure = count / 1000 ** step;
  return new Intl.NumberFormat(getLocale(), {
    style: 'unit',
    unit: UNITS[step] ?? 'byte',
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: figure < 10 && step > 0 ? 1 : 0,
  }).format(figure);
};
