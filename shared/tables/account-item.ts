import * as z from 'zod';
import { DecisionDocument } from './decision-document.ts';
import { ProvenanceItem } from './provenance.ts';
import { dayInAnyOrder } from './superseded.ts';

const text = z.string().optional();
const count = z.number().optional();

/** A bank's register entry of a business account. */
const AccountRegister = z.strictObject({
  bank: z.string(),
  accountNumber: z.string(),
  enterpriseCode: z.string(),
  holderName: text,
  representativeName: text,
  representativeDocumentNumber: text,
  phone: text,
  openedOn: text,
  status: text,
  updatedOn: text,
});
export type AccountRegister = z.infer<typeof AccountRegister>;

export const CounterpartyItem = z.strictObject({
  ref: z.string(),
  period: z.string(),
  debit: z.number(),
  credit: z.number(),
});

export const AccountFlow = z.strictObject({
  period: z.string(),
  credit: z.number(),
  debit: z.number(),
  transactions: count,
  medianHoldMinutes: count,
  foreignIpShare: count,
});

/**
 * A listing of an account as suspicious; code 0 clears (State Bank's codes 0…8). `by`: the receiver who said so, the police
 * unless given; `until`: its last day, where its author gave one.
 */
export const Listing = z.strictObject({
  code: z.int().min(0).max(8),
  reason: text,
  on: z.string(),
  by: text,
  until: text,
  /** The officer who listed it at a desk, by the id at the sign-in provider: they release nothing that follows. */
  officer: text,
  /** A competent authority's decision on the account. */
  decision: DecisionDocument.optional(),
});
export type Listing = z.infer<typeof Listing>;

/** One item of the table: a fact of an account, with its keys. */
export const AccountItem = z.object({
  fact: z.string(),
  /** Where a spreadsheet's readings of the number lie, if elsewhere. */
  readingRef: text,
  /**
   * A fact under a spreadsheet's number: it belongs to the one account that the number can mean. One of a text that perhaps
   * lost its zeros does so where such an account is known, else it is an account's own.
   */
  written: z.enum(['number', 'perhaps-without-zeros']).optional(),
  bank: z.string(),
  accountNumber: z.string(),
  register: AccountRegister.optional(),
  flow: AccountFlow.optional(),
  counterparty: CounterpartyItem.optional(),
  /** A keyed hash of the device's pseudonym. */
  device: text,
  listing: Listing.optional(),
  from: ProvenanceItem.optional(),
  /** When it was last read (ISO instant): a listing becomes a notice only once it has stood for a while. */
  recordedAt: z.string(),
});
export type AccountItem = z.infer<typeof AccountItem>;

/** The subject of an account's fact, apart from its content. Undefined for a fact that no other row can replace. */
export function accountFactSubject({
  register,
  flow,
  counterparty,
  listing,
}: Partial<AccountItem>): string | undefined {
  if (register) return `register ${dayInAnyOrder(register.updatedOn)}`;
  if (flow) return `flow ${flow.period}`;
  if (counterparty) return `counterparty ${counterparty.period}`;
  return listing && `listing ${dayInAnyOrder(listing.on)}`;
}
