import Archive from '@lucide/svelte/icons/archive';
import ArchiveRestore from '@lucide/svelte/icons/archive-restore';
import Pencil from '@lucide/svelte/icons/pencil';
import type { Client } from '../../../client/index.ts';
import type { ProductRow } from '../../../views/products/row.ts';
import type { StockRow } from '../../../views/stock/row.ts';
import { Shelving } from '../../feedback/shelving.svelte.ts';
import type { MenuAction } from '../../parts/shapes.ts';
import { useMay } from '../../sign-in/may.ts';
import { m } from '../../words/index.ts';
import { besideVariants } from './beside.ts';
import { soldIn } from './in-all.ts';
import { StockMoves } from './stock-moves.svelte.ts';
import { VariantForm } from './variant-form.svelte.ts';

type Variant = ProductRow['variants'][number];

/** What can be done with a product's variants, and which of them is being written now. */
export class VariantDeeds {
  form = $state.raw<VariantForm>();
  readonly moves: StockMoves;
  readonly #client: Client;
  readonly #shelving: Shelving;
  readonly #who = useMay();

  /** During a component's initialisation. */
  constructor(client: Client) {
    this.#client = client;
    this.moves = new StockMoves(client);
    this.#shelving = new Shelving(client);
  }

  /** `own` is the product's own stock: a new variant begins with its policy, and may take it along. */
  add({ variants }: ProductRow, own: StockRow | undefined): MenuAction {
    return this.#deed('AddVariant', m.products_variant_add(), () => {
      const beside = this.#who.may('MoveStock') ? besideVariants(own) : undefined;
      const first = soldIn(variants).length === 0;
      this.form = new VariantForm(this.#client, own?.policy ?? 'warn', { beside, first });
    });
  }

  edit(variant: Variant, level: StockRow | undefined): MenuAction {
    const write = () => {
      this.form = new VariantForm(this.#client, level?.policy ?? 'warn', { variant });
    };
    return { ...this.#deed('ChangeVariant', m.products_edit(), write), icon: Pencil };
  }

  /** Puts it away, or takes it out again. */
  shelve(product: ProductRow, { variantId, title, archived }: Variant): MenuAction {
    const command = archived ? 'RestoreVariant' : 'ArchiveVariant';
    const done = archived ? m.products_restored_done : m.products_archived_done;
    const payload = { productId: product.productId, variantId };
    const label = archived ? m.products_restore() : m.products_archive();
    const send = () =>
      void this.#shelving.sendUnasked({
        ...{ command, payload },
        done: done({ name: `${product.name}, ${title}` }),
      });
    return { ...this.#deed(command, label, send), icon: archived ? ArchiveRestore : Archive };
  }

  #deed(command: string, label: string, onselect: () => void): MenuAction {
    const { may, why } = this.#who;
    return { label, onselect, disabled: !may(command), hint: why(command) };
  }
}
