import { followJobs, followLag, type JobStatus } from '../../client/index.ts';

/** What is over sooner is not worth a word: a read model follows a command within a blink. */
const SOON_MS = 1_000;

type Way = { readonly done: number; readonly total: number };

const isUnderWay = ({ status }: JobStatus): boolean =>
  status === 'queued' || status === 'running' || status === 'cancelling';

const writes = ({ type, payload }: JobStatus): boolean =>
  type === 'FillSampleBook' ||
  type === 'UndoImport' ||
  (type === 'ImportBook' && !(typeof payload === 'object' && 'mode' in payload && payload.mode === 'check'));

/**
 * Whether lists and figures still change by what was entered: a job that writes is under way, or read models are behind. As
 * a share of that way, 0 to 1. A rune, during a component's initialisation.
 */
export const followStillComing = (): { readonly current: number | undefined } => {
  const jobs = followJobs();
  const lag = followLag();
  const way = $derived<Way | undefined>(
    jobs.current?.find((job) => isUnderWay(job) && writes(job))?.progress ?? lag.current,
  );
  const isBehind = $derived(way !== undefined);
  let lasts = $state(false);
  $effect(() => {
    if (!isBehind) return undefined;
    const timer = setTimeout(() => (lasts = true), SOON_MS);
    return () => {
      clearTimeout(timer);
      lasts = false;
    };
  });
  return {
    get current() {
      return lasts && way ? way.done / Math.max(1, way.total) : undefined;
    },
  };
};
