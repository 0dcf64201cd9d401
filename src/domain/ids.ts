import * as z from 'zod/mini';
import { subject } from '../kernel/index.ts';

/** Ids are UUIDs of any version: version 7 where a person begins something, derived from the source where a file is imported. */
export const OrderId = z.uuid().brand<'OrderId'>();
export type OrderId = z.infer<typeof OrderId>;

export const LineId = z.uuid().brand<'LineId'>();
export type LineId = z.infer<typeof LineId>;

export const ProductId = z.uuid().brand<'ProductId'>();
export type ProductId = z.infer<typeof ProductId>;

/** Names the person whose own key seals what is personal beside it. */
export const CustomerId = subject(z.uuid().brand<'CustomerId'>());
export type CustomerId = z.infer<typeof CustomerId>;

export const PaymentId = z.uuid().brand<'PaymentId'>();
export type PaymentId = z.infer<typeof PaymentId>;

export const FulfilmentId = z.uuid().brand<'FulfilmentId'>();
export type FulfilmentId = z.infer<typeof FulfilmentId>;

/** Of a credit granted or an amount written off: what lessens what is due. */
export const CreditId = z.uuid().brand<'CreditId'>();
export type CreditId = z.infer<typeof CreditId>;

export const RefundId = z.uuid().brand<'RefundId'>();
export type RefundId = z.infer<typeof RefundId>;

export const InvoiceId = z.uuid().brand<'InvoiceId'>();
export type InvoiceId = z.infer<typeof InvoiceId>;

export const CreditNoteId = z.uuid().brand<'CreditNoteId'>();
export type CreditNoteId = z.infer<typeof CreditNoteId>;

/** A variant lies on the shelf as a product does, under an id of its own: wherever stock asks for a product, it can stand. */
export const VariantId = ProductId;
export type VariantId = ProductId;

/** The id of the job that brought the files in. */
export const ImportId = z.uuid().brand<'ImportId'>();
export type ImportId = z.infer<typeof ImportId>;

export const OperatorId = z.uuid().brand<'OperatorId'>();
export type OperatorId = z.infer<typeof OperatorId>;

export const ReturnId = z.uuid().brand<'ReturnId'>();
export type ReturnId = z.infer<typeof ReturnId>;
