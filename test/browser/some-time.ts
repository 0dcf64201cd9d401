import { onTestFailed } from 'vitest';

/**
 * Waits that end at another moment each time, within a test: not to wait for anything, but so that each kill comes at
 * another step. How long they were is told when the test fails.
 */
export const someTime = (): ((most: number) => Promise<void>) => {
  const waited: number[] = [];
  onTestFailed(() => {
    console.error(`killed after (ms): ${waited.join(', ')}`);
  });
  return (most) => {
    const milliseconds = Math.random() * most;
    waited.push(milliseconds);
    return new Promise((resolve) => setTimeout(resolve, milliseconds));
  };
};
