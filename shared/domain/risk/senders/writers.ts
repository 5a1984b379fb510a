import type { CompanyFacts, SignalKind } from '../facts/company-facts.ts';
import { type Office, OFFICES, type Sender } from './sender.ts';

/** A kind of rows: a feed, or one kind of signal of the activities feed. */
export type FindingSource =
  | 'registrations'
  | 'identities'
  | 'accounts'
  | 'flows'
  | 'counterparties'
  | 'devices'
  | 'subscribers'
  | 'suspicious-accounts'
  | 'crime-reports'
  | 'invoice-pairs'
  | SignalKind;

/** Who writes the rows of each kind. `bank` is the bank of the account that the row is about. */
export const WRITERS: Readonly<Record<FindingSource, readonly (Office | 'bank')[]>> = {
  registrations: ['registry'],
  identities: ['police'],
  accounts: ['bank'],
  flows: ['bank'],
  counterparties: ['bank'],
  devices: ['bank'],
  subscribers: ['carriers'],
  'suspicious-accounts': ['police', 'bank'],
  'crime-reports': ['police'],
  'invoice-pairs': ['tax'],
  GOP_VON: ['registry'],
  TO_KHAI_THUE: ['tax'],
  HOA_DON: ['tax'],
  BHXH: ['insurance'],
  KIEM_TRA_TRU_SO: ['inspector'],
  TRANG_THAI_THUE: ['tax'],
  TRANG_THAI_PHAP_LY: ['registry'],
  THAY_DOI: ['registry'],
  YEU_CAU_BAO_CAO: ['registry'],
  TU_CHOI_UY_QUYEN: ['registry'],
};

/** All who can have written a row about a company, or made the signs of those with whom it shares a value. */
export const sendersAbout = ({ accounts, bands }: Pick<CompanyFacts, 'accounts' | 'bands'>): readonly Sender[] => [
  ...new Set([
    ...OFFICES,
    ...accounts.map(({ bank }) => bank),
    ...bands.flatMap(({ without = {} }) => Object.keys(without)),
  ]),
];
