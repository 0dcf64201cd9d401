import { live, useClient, type Client } from '../../../client/index.ts';
import { OrderViews } from '../../../views/book/query.ts';
import { sendUnasked } from '../../feedback/receipts.ts';
import { saved } from '../../feedback/take-back.ts';
import { m } from '../../words/index.ts';
import { lookFrom, queryOf, type Look } from './filters.ts';

/** A way to look at the orders that stands above the list under its name. */
export interface KeptView {
  readonly id: string;
  readonly name: string;
  readonly look: Look;
}

/** As many as the book keeps. */
export const MOST_VIEWS = 30;

/** The day of the past is no part of a way to look. */
const sought = (look: Look): string => queryOf({ ...look, on: undefined });

/** The kept views of the book, and what may be done with them. During a component's initialisation. */
export class KeptViews {
  readonly #client: Client = useClient();
  readonly #asked = live(OrderViews);

  get all(): readonly KeptView[] {
    return (this.#asked.current ?? []).map(({ viewId, name, look }) => ({
      id: viewId,
      name: name ?? m.orders_view_overdue(),
      look: lookFrom(look),
    }));
  }

  get isFull(): boolean {
    return this.all.length >= MOST_VIEWS;
  }

  /** The view that looks so. */
  of(look: Look): KeptView | undefined {
    return this.all.find((view) => sought(view.look) === sought(look));
  }

  async keep(name: string, look: Look): Promise<void> {
    const view = { viewId: this.#client.newId(), name, look: sought(look) };
    await this.#arrange([...this.#kept, view], m.orders_view_kept({ name }));
  }

  async rename(id: string, name: string): Promise<void> {
    const views = this.#kept.map((view) => (view.viewId === id ? { ...view, name } : view));
    await this.#arrange(views);
  }

  async remove({ id, name }: KeptView): Promise<void> {
    await this.#arrange(
      this.#kept.filter(({ viewId }) => viewId !== id),
      m.orders_view_removed({ name }),
    );
  }

  /** So many places on. */
  async move(id: string, by: 1 | -1): Promise<void> {
    const from = this.#kept.findIndex(({ viewId }) => viewId === id);
    const moved = this.#kept[from];
    if (!moved) return;
    const others = this.#kept.filter((view) => view !== moved);
    await this.#arrange(others.toSpliced(from + by, 0, moved));
  }

  get #kept() {
    return this.#asked.current ?? [];
  }

  async #arrange(views: readonly object[], text?: string): Promise<void> {
    const receipt = await sendUnasked(this.#client, 'ArrangeOrderViews', { views });
    if (receipt && text !== undefined) saved(this.#client, receipt, text);
  }
}
