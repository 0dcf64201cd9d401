import { cpus, totalmem } from 'node:os';

/** What the figures were measured on. */
export const machine = (browser) => {
  const [{ model }] = cpus();
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  const written = `Chromium ${browser} on ${process.platform}, ${cpus().length} × ${model.trim()}, ${gigabytes} GB`;
  return {
    browser,
    platform: process.platform,
    cores: cpus().length,
    model: model.trim(),
    gigabytes,
    written,
  };
};
