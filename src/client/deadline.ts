/** The engine did not answer in time, or its worker is gone. Whether it did what was asked is unknown. */
export class NoAnswerError extends Error {
  override readonly name = 'NoAnswerError';
}

/**
 * Comlink never rejects for a worker that is gone, does not exist or has not begun (promises.md, fact 9): so every
 * call has a deadline. @throws NoAnswerError after `milliseconds`
 */
export const within = <Value>(answer: Promise<Value>, milliseconds: number): Promise<Value> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new NoAnswerError(`no answer within ${String(milliseconds)} ms`));
    }, milliseconds);
  });
  return Promise.race([answer, late]).finally(() => {
    clearTimeout(timer);
  });
};

export const pause = (milliseconds: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
