export * from './order-money.ts';
