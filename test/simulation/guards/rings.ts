import { guard, type Guard } from '../guard.ts';

const SHARE_VALUES = 'functions/3-assess-company/share-values.ts';
const GATHER_ACCOUNTS = 'functions/3-assess-company/gather-accounts.ts';

/** The guards of what companies share, and of whom an assessment concerns. */
export const RING_GUARDS: readonly Guard[] = [
  guard(
    'a value that a second company shares gets a band',
    SHARE_VALUES,
    'if (!before && members.length <= 1) return band;',
    'if (!before) return band;',
  ),
  guard(
    'a band is counted anew where a company has left its value',
    SHARE_VALUES,
    'if (!before && members.length <= 1) return band;',
    'if (members.length <= 1) return band;',
  ),
  guard(
    'a band that changes is written',
    SHARE_VALUES,
    'before !== undefined && isSameBand(before.band, band)',
    'before !== undefined',
  ),
  guard(
    'a company is assessed by the band that another one has counted',
    SHARE_VALUES,
    'counted.get(key) ?? stored.get(key)?.band ??',
    'counted.get(key) ??',
  ),
  guard(
    'a company stands at the phones of its accounts',
    GATHER_ACCOUNTS,
    '    if (register.phone !== undefined) phones.push(register.phone);\n',
    '',
  ),
  guard(
    'it is written that a bank names the representative of a company too',
    GATHER_ACCOUNTS,
    "    if (documentRef !== undefined && representative === 'same') ownRefs.push(documentRef);\n",
    '',
  ),
  guard(
    'a bank is told of an account also where the police are not told of its company',
    'functions/3-assess-company/assess-company.ts',
    'recipients.police.length === 0 && recipients.accounts.length === 0',
    'recipients.police.length === 0',
  ),
  guard(
    'a company counts as handled only where it is assessed by the present picture of the province',
    'functions/3-assess-company/assess-company.ts',
    '  if (known && profile) return !hasProvinceProfileChanged({ ...known, awaits }, coverage, profile);\n',
    '  void [known, profile, hasProvinceProfileChanged];\n',
  ),
  guard(
    'the clock has companies assessed again for which the picture of the province has changed',
    'functions/sweep-due/sweep-due.ts',
    'const profile = surveyed?.profile;',
    'const profile = surveyed === undefined ? undefined : undefined;',
  ),
];
