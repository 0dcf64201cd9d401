import type { CustomerRow } from '../../../views/customers/row.ts';

/** An address as it stands on an envelope, line by line. */
export const addressLines = (address: CustomerRow['address']): string[] => {
  if (!address) return [];
  const { street, postcode, city, region, country } = address;
  const town = [postcode, city].filter((part) => part !== undefined).join(' ');
  return [street, town, region, country].filter((line): line is string => line !== undefined && line !== '');
};
