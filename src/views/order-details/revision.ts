// By itself: who only looks at an order does not load the rules by which one is revised.
export { previewRevision } from '../../domain/order/revision.ts';
