import { isId } from '../../app/is-id.ts';

/** What an address of the print room asks for. */
export type Asked =
  | {
      readonly kind: 'invoice' | 'credit-note' | 'delivery-note';
      readonly orderId: string;
      readonly paperId: string;
    }
  | { readonly kind: 'packing-slip' | 'receipt'; readonly orderId: string }
  | { readonly kind: 'pick-list' | 'packing-slips'; readonly orderIds: readonly string[] }
  | { readonly kind: 'statement'; readonly customerId: string };

interface Address {
  readonly kind?: string | undefined;
  readonly id?: string | undefined;
  readonly paper?: string | undefined;
}

/** Reads an address like `/print/invoice/<order>/<invoice>`; undefined for one that names no paper. */
export const askedFrom = (
  { kind, id = '', paper = '' }: Address,
  query: string | undefined,
): Asked | undefined => {
  switch (kind) {
    case 'invoice':
    case 'credit-note':
    case 'delivery-note':
      return isId(id) && isId(paper) ? { kind, orderId: id, paperId: paper } : undefined;
    case 'packing-slip':
    case 'receipt':
      return isId(id) ? { kind, orderId: id } : undefined;
    case 'statement':
      return isId(id) ? { kind, customerId: id } : undefined;
    case 'pick-list':
    case 'packing-slips': {
      const orderIds = (new URLSearchParams(query ?? '').get('orders') ?? '').split(',').filter(isId);
      return { kind, orderIds };
    }
    default:
      return undefined;
  }
};
