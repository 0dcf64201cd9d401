import type { Health, JobStatus } from '../../../client/index.ts';
import type { Tone } from '../../parts/shapes.ts';
import { m } from '../../words/index.ts';

type View = Health['views'][number];
type Follower = Pick<View, 'state' | 'attempts'>;

const views = new Map([
  ['order-list', m.engine_view_order_list],
  ['order-details', m.engine_view_order_details],
  ['order-history', m.engine_view_order_history],
  ['customers', m.engine_view_customers],
  ['customer-orders', m.engine_view_customer_orders],
  ['products', m.engine_view_products],
  ['stock', m.engine_view_stock],
  ['book', m.engine_view_book],
  ['price-history', m.engine_view_price_history],
  ['customer-statement', m.engine_view_customer_statement],
  ['sales', m.engine_view_sales],
  ['search', m.engine_view_search],
  ['imports', m.engine_view_imports],
  ['activity', m.engine_view_activity],
]);

export const viewName = (view: string): string => views.get(view)?.() ?? view;

const processes = new Map([
  ['stock-allocation', m.engine_process_stock_allocation],
  ['payment-reminder', m.engine_process_payment_reminder],
]);

export const processName = (process: string): string => processes.get(process)?.() ?? process;

/** The state of whatever follows the log. */
export const followerMark = ({ state, attempts }: Follower): { tone: Tone; text: string } => {
  switch (state) {
    case 'new':
      return { tone: 'waiting', text: m.engine_state_new() };
    case 'catching-up':
      return { tone: 'waiting', text: m.engine_state_catching_up() };
    case 'live':
      return { tone: 'good', text: m.engine_state_live() };
    case 'rebuilding':
      return { tone: 'waiting', text: m.engine_state_rebuilding() };
    case 'paused':
      return { tone: 'waiting', text: m.engine_state_paused() };
    case 'parked':
      return { tone: 'attention', text: m.engine_state_parked() };
    case 'failed':
      return {
        tone: 'attention',
        text: `${m.engine_state_failed()}, ${m.engine_attempts({ count: attempts })}`,
      };
  }
};

/** Whether the browser has promised to keep the book; undefined where it can't be asked. */
export const keptWords = (persisted: boolean | undefined): string => {
  if (persisted === undefined) return m.engine_kept_unknown();
  return persisted ? m.engine_kept_yes() : m.engine_kept_no();
};

/** When a loop last turned: the proof that it does, which a lag of 0 is not. */
export const turnedWords = (turnedMs: number): string =>
  turnedMs < 3_000
    ? m.engine_turned_now()
    : m.engine_turned_ago({ seconds: String(Math.round(turnedMs / 1_000)) });

/** How things are, in one sentence: the worst first. */
export const overall = (health: Health): { tone: 'good' | 'info' | 'attention'; text: string } => {
  const states = [...health.views, ...health.processes].map(({ state }) => state);
  if (health.watch.stuck.length > 0) return { tone: 'attention', text: m.engine_stuck() };
  if (states.includes('failed')) return { tone: 'attention', text: m.engine_trouble() };
  if (health.processes.some(({ stuck }) => stuck > 0)) return { tone: 'attention', text: m.work_trouble() };
  if (states.includes('parked')) return { tone: 'attention', text: m.engine_set_aside() };
  if (states.some((state) => state !== 'live')) return { tone: 'info', text: m.engine_busy() };
  return { tone: 'good', text: m.engine_all_well() };
};

/** What a job does: an import and its check are told apart. */
export const jobName = ({ type, payload }: Pick<JobStatus, 'type' | 'payload'>): string => {
  if (type === 'FillSampleBook') return m.engine_job_sample();
  if (type === 'VerifyBook') return m.work_job_verify();
  if (type === 'ExportList') return m.work_job_export();
  if (type === 'UndoImport') return m.work_job_undo();
  if (type !== 'ImportBook') return type;
  const isCheck = typeof payload === 'object' && 'mode' in payload && payload.mode === 'check';
  return isCheck ? m.engine_job_check() : m.engine_job_import();
};

export const jobMark = (status: JobStatus['status']): { tone: Tone; text: string } => {
  switch (status) {
    case 'queued':
      return { tone: 'waiting', text: m.engine_job_queued() };
    case 'running':
      return { tone: 'waiting', text: m.engine_job_running() };
    case 'cancelling':
      return { tone: 'waiting', text: m.engine_job_cancelling() };
    case 'cancelled':
      return { tone: 'plain', text: m.engine_job_cancelled() };
    case 'finished':
      return { tone: 'good', text: m.engine_job_finished() };
    case 'failed':
      return { tone: 'wrong', text: m.engine_job_failed() };
  }
};

/** A hash as people compare it: its first sixteen digits in fours. */
export const fingerprint = (hash: string): string => (hash.slice(0, 16).match(/.{4}/g) ?? []).join(' ');
