import * as z from 'zod/mini';

/** Ids are UUIDs of any version: version 7 where a person begins something, derived from the source where a file is imported. */
export const OrderId = z.uuid().brand<'OrderId'>();
export type OrderId = z.infer<typeof OrderId>;

export const LineId = z.uuid().brand<'LineId'>();
export type LineId = z.infer<typeof LineId>;

export const ProductId = z.uuid().brand<'ProductId'>();
export type ProductId = z.infer<typeof ProductId>;

export const CustomerId = z.uuid().brand<'CustomerId'>();
export type CustomerId = z.infer<typeof CustomerId>;

export const PaymentId = z.uuid().brand<'PaymentId'>();
export type PaymentId = z.infer<typeof PaymentId>;

export const FulfilmentId = z.uuid().brand<'FulfilmentId'>();
export type FulfilmentId = z.infer<typeof FulfilmentId>;
