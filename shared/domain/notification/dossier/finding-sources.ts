import type { SourcedRow } from './sources.ts';

type Passes = (row: SourcedRow) => boolean;

const ofFeed =
  (...feeds: readonly SourcedRow['feed'][]): Passes =>
  ({ feed }) =>
    feeds.includes(feed);
const ofSignal =
  (...kinds: readonly string[]): Passes =>
  ({ kind }) =>
    kind !== undefined && kinds.includes(kind);
const either =
  (...all: readonly Passes[]): Passes =>
  (row) =>
    all.some((passes) => passes(row));

const MONEY = ofFeed('flows');
const PEOPLE = ofFeed('registrations', 'identities');

/** Which rows findings rest on, by the words of their codes; the first that fits. */
const BY_CODE: readonly (readonly [codes: RegExp, rests: Passes])[] = [
  [/AUTHORISATION/, either(ofFeed('registrations'), ofSignal('TU_CHOI_UY_QUYEN'))],
  [/^(?:REP_TEN|REP_MANY|NETWORK|SHARED)/, ofFeed('registrations', 'accounts')],
  [/^(?:REP_|PERSON_)/, PEOPLE],
  [/LISTED/, ofFeed('suspicious-accounts', 'accounts')],
  [/^(?:ACCOUNT|MANY_BANKS)/, ofFeed('accounts', 'flows')],
  [/HANDS|DORMANT|CHANGES|REPRESENTATIVE/, either(ofFeed('registrations', 'accounts'), MONEY, ofSignal('THAY_DOI'))],
  [/TAX_RETURN|RETURNS/, ofSignal('TO_KHAI_THUE')],
  [/INVOICE|TURNOVER|TRADE/, either(ofSignal('HOA_DON', 'TO_KHAI_THUE', 'BHXH'), MONEY)],
  [/STAFF|INSURED/, either(ofFeed('registrations'), ofSignal('BHXH'))],
  [/CAPITAL/, either(ofFeed('registrations'), ofSignal('GOP_VON', 'YEU_CAU_BAO_CAO'))],
  [/TAX_STATUS|NOT_AT_ADDRESS/, ofSignal('TRANG_THAI_THUE', 'TRANG_THAI_PHAP_LY')],
  [/LEGAL_STATUS/, ofSignal('TRANG_THAI_PHAP_LY')],
  [/INSPECTION/, ofSignal('KIEM_TRA_TRU_SO')],
  [/ADDRESS/, ofFeed('registrations')],
  [/PASS_THROUGH|MONEY|FOREIGN|PEERS|QUICK/, either(MONEY, ofSignal('TO_KHAI_THUE', 'GOP_VON'))],
];

/** The rows of the company that a finding may rest on; every one where its code says nothing of it. */
export function restsOn(code: string): Passes {
  return BY_CODE.find(([codes]) => codes.test(code))?.[1] ?? (() => true);
}
