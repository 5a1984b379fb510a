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
  [/^(?:TIED|SECOND_TIE|FOUNDED|PERSON_OF_MANY)/, ofFeed('registrations', 'accounts')],
  [/^(?:RECEIVERS|PAID_OUT)/, either(ofFeed('accounts'), ofSignal('TO_KHAI_THUE'))],
  [/^NOTHING_BOUGHT/, either(MONEY, ofSignal('HOA_DON', 'TO_KHAI_THUE'))],
  [/^(?:YOUNG|HEAD_UNLIKELY)/, either(ofFeed('registrations'), MONEY)],
  [/^(?:REACTIVATED|WOKEN|GONE|MONEY_CAME)/, either(ofFeed('accounts'), MONEY, ofSignal('TO_KHAI_THUE'))],
  [/^(?:REP_|PERSON_)/, PEOPLE],
  [/LISTED/, ofFeed('suspicious-accounts', 'accounts')],
  [/^ACCOUNT_PHONE/, ofFeed('accounts', 'registrations')],
  [/^ACCOUNT/, ofFeed('accounts', 'flows')],
  [/HANDS/, either(ofFeed('registrations', 'accounts'), MONEY, ofSignal('THAY_DOI'))],
  [/INVOICE|TURNOVER|TRADE/, either(ofSignal('HOA_DON', 'TO_KHAI_THUE', 'BHXH'), MONEY)],
  [/STAFF/, ofSignal('BHXH')],
  [/CAPITAL/, either(MONEY, ofSignal('GOP_VON'))],
  [/TAX_STATUS|NOT_AT_ADDRESS/, ofSignal('TRANG_THAI_THUE', 'TRANG_THAI_PHAP_LY')],
  [/INSPECTION/, ofSignal('KIEM_TRA_TRU_SO')],
  [/PASS_THROUGH|MONEY|FOREIGN|PEERS|QUICK/, either(MONEY, ofSignal('TO_KHAI_THUE', 'GOP_VON'))],
];

/** The rows of the company that a finding may rest on; every row where its code is not listed. */
export function restsOn(code: string): Passes {
  return BY_CODE.find(([codes]) => codes.test(code))?.[1] ?? (() => true);
}
