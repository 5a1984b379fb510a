import * as z from 'zod';
import type { Flow } from '#shared/domain/risk/facts/company-facts.ts';
import type { AccountRow } from '#shared/domain/risk/facts/fold-accounts.ts';
import { CrimeReportItem } from './crime-report-item.ts';
import { DecisionDocument } from './decision-document.ts';
import { ProvenanceItem } from './provenance.ts';
import { dayInAnyOrder } from '#shared/domain/drops/day-in-any-order.ts';

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
} satisfies Record<keyof AccountRow, z.ZodType>);
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
  untold: z.enum(['credit', 'debit']).optional(),
  transactions: count,
  medianHoldMinutes: count,
  foreignIpShare: count,
  payers: count,
  shareOfIndividuals: count,
} satisfies Record<keyof Flow, z.ZodType>);

/**
 * A listing of an account as suspicious by the State Bank's codes 0…8, of which 0 clears it. `by` is its author, the
 * police by default; `until` is the last day, where its author gave one.
 */
export const Listing = z.strictObject({
  code: z.int().min(0).max(8),
  reason: text,
  on: z.string(),
  by: text,
  until: text,
  /**
   * The officer who listed the account at a desk, by the id at the sign-in provider; they may not release the changes
   * that follow.
   */
  officer: text,
  /** A victim's report on the account, which the listing then is; its case decides which row of it counts. */
  report: CrimeReportItem.optional(),
  /** A competent authority's decision on the account. */
  decision: DecisionDocument.optional(),
});
export type Listing = z.infer<typeof Listing>;

/** An item of the table: a fact of an account with its keys. */
export const AccountItem = z.object({
  accountRef: z.string(),
  fact: z.string(),
  /** The key under which facts with the spreadsheet's form of the number are stored, if it is another one. */
  readingRef: text,
  /**
   * A fact under a spreadsheet's number, which belongs to the one account that the number can mean. A number from a
   * text that may have lost zeros does so only where such an account is known, and is otherwise an account's own
   * number.
   */
  written: z.enum(['number', 'perhaps-without-zeros']).optional(),
  bank: z.string(),
  accountNumber: z.string(),
  register: AccountRegister.optional(),
  flow: AccountFlow.optional(),
  counterparty: CounterpartyItem.optional(),
  /** A keyed hash of the device's pseudonym. */
  device: text,
  /** The period of the device's use, where the bank gives one. */
  devicePeriod: text,
  listing: Listing.optional(),
  from: ProvenanceItem.optional(),
  /** The ISO instant at which a fact was recorded that no file states; one of a file counts since its drop does. */
  recordedAt: text,
});
export type AccountItem = z.infer<typeof AccountItem>;

/**
 * The place of an account's fact, which is its subject apart from its content. Items that only lead to facts have none. A
 * fact under the exact number also states the place under the spreadsheet's form of the number, where an earlier drop of
 * the file may have said the same without the zeros.
 */
export function placeOfAccountFact(item: AccountItem): { place?: string; states?: readonly string[] } {
  const subject = subjectOf(item);
  if (subject === undefined) return {};
  const { accountRef, readingRef } = item;
  const place = `${accountRef} ${subject}`;
  return { place, states: readingRef === undefined ? [place] : [place, `${readingRef} ${subject}`] };
}

function subjectOf({
  register,
  flow,
  counterparty,
  device,
  devicePeriod,
  listing,
}: Partial<AccountItem>): string | undefined {
  if (register) return `register ${dayInAnyOrder(register.updatedOn)}`;
  if (flow) return `flow ${flow.period}`;
  if (counterparty) return `counterparty ${counterparty.period}`;
  if (device !== undefined) return `device ${devicePeriod ?? ''}`;
  if (listing?.report) return `report ${listing.report.caseId}`;
  return listing && `listing ${dayInAnyOrder(listing.on)}`;
}
