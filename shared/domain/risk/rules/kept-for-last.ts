import type { CompanyProfile } from '../facts/company-profile.ts';

/** Keeps what is derived from the company that was asked about last, because several rules ask it one after the other. */
export function keptForLast<T>(derive: (reading: CompanyProfile) => T): (reading: CompanyProfile) => T {
  let last: { readonly reading: CompanyProfile; readonly derived: T } | undefined;
  return (reading) => {
    if (last?.reading !== reading) last = { reading, derived: derive(reading) };
    return last.derived;
  };
}
