import { stockItemOf } from '../typed-order.ts';
import type { Pin } from './tiles.ts';

const KEY = 'counterfoil.favourites';

interface Kept {
  readonly pins: readonly Pin[];
  /** Absent until somebody says so: then it is open where a thumb is. */
  readonly open?: boolean;
}

const isPin = (value: unknown): value is Pin =>
  typeof value === 'object' && value !== null && 'productId' in value && typeof value.productId === 'string';

// localStorage is closed in some private windows, and anybody can write it.
const recall = (): Kept => {
  try {
    const { pins, open } = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<
      Record<keyof Kept, unknown>
    >;
    const kept = Array.isArray(pins) ? (pins as unknown[]).filter(isPin) : [];
    return { pins: kept, ...(typeof open === 'boolean' && { open }) };
  } catch {
    return { pins: [] };
  }
};

/** What is pinned on this device, and whether the tiles are shown: another till may sell other things. */
class DeviceFavourites {
  #kept = $state.raw(recall());

  get pins(): readonly Pin[] {
    return this.#kept.pins;
  }

  get open(): boolean {
    return this.#kept.open ?? matchMedia('(pointer: coarse)').matches;
  }

  set open(open: boolean) {
    this.#keep({ ...this.#kept, open });
  }

  pin({ productId, variantId }: Pin): void {
    this.unpin({ productId, variantId });
    this.#keep({
      ...this.#kept,
      pins: [...this.pins, { productId, ...(variantId !== undefined && { variantId }) }],
    });
  }

  unpin(gone: Pin): void {
    this.#keep({ ...this.#kept, pins: this.pins.filter((pin) => stockItemOf(pin) !== stockItemOf(gone)) });
  }

  #keep(kept: Kept): void {
    this.#kept = kept;
    try {
      localStorage.setItem(KEY, JSON.stringify(kept));
    } catch {
      // It then holds until the page is closed.
    }
  }
}

export const deviceFavourites = new DeviceFavourites();
