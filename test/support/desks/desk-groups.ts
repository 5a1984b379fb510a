import type { Desk } from '#functions/serve-pages/admit.ts';

/** A person's group at the provider that opens each desk; the bank is Vietcombank. */
export const GROUP_OF_DESK: Readonly<Record<Desk, string>> = {
  office: 'office',
  police: 'police',
  province: 'province',
  operator: 'operator',
  bank: 'bank:970436',
};
