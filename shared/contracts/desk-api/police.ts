import * as z from 'zod';
import { PoliceNoticeContentSchema } from '#shared/contracts/police-notice.ts';
import { VOTE_OUTCOMES } from '#shared/domain/notification/release/release-policy.ts';
import { attachmentOperations, Attachments } from './attachments.ts';
import { type DeskOperation, paged, text, typed } from './operation.ts';

const Release = z.object({
  noticeId: text,
  changeId: text,
  receiver: text,
  act: z.enum(['issue', 'update', 'withdraw']),
  level: z.enum(['watch', 'act']),
  withdrawnBecause: text.optional().describe('Of a withdrawal the code of its reason'),
  accountNumber: text,
  enterpriseCode: text.optional(),
  name: text.optional().describe('The company’s name in the police’s list'),
  ring: text.optional().describe('The first code of its ring'),
  proposedAt: text,
  dueOn: text,
  stillNeeded: z.int().describe('People whose release is missing'),
  notYours: z.enum(['own_proposal', 'voted_already']).optional().describe('Why you may not vote on it'),
});
const Review = z.object({
  noticeId: text,
  reviewId: text,
  askedBy: text,
  sequence: z.int(),
  reason: text,
  askedAt: text,
  enterpriseCode: text.optional(),
  accountNumber: text.optional(),
  dueOn: text,
  state: z.enum(['waiting', 'upheld', 'granted']),
});
const Ring = z.object({ of: text, companies: z.int() });
const Case = z.object({
  noticeId: text,
  sequence: z.int(),
  enterpriseCode: text.optional(),
  name: text.optional(),
  score: z.number().optional(),
  signs: z.array(text).optional().describe('The heaviest findings, by their codes'),
  money: z.number().optional(),
  window: z.object({ from: text, to: text }).optional().describe('The days or months in which the money came'),
  ring: Ring.optional(),
  assignee: z.object({ subject: text, name: text }).optional(),
  level: z.enum(['watch', 'act']).optional(),
  handlingStatus: text,
  withdrawnBecause: text.optional().describe('Of a withdrawn notice the code of the reason'),
  issuedAt: text,
  changedAt: text,
});
const Request = z.object({ entry: text, of: text, officerName: text, at: text, about: text });
const OpenAccount = z.object({ accountRef: text, bank: text, accountNumber: text });

export const POLICE_OPERATIONS: Readonly<Record<string, DeskOperation>> = {
  'GET /police/cases': {
    summary:
      'Companies with a notice: `?standing=open|decided|all&whose=all|mine|free&sign=any|money|tie|…&sort=pressing|score|money|changed|age&ring=…&search=…&page=1`, where `sign` is a kind of evidence, `ring` is `of` of a case’s ring and `search` is of the page that a search answers with',
    shows: paged({ cases: z.array(Case), requests: z.array(Request).describe('What colleagues’ notes ask of you') }),
  },
  'POST /police/cases': {
    summary: 'Assigns cases that nobody has decided to a colleague, or to you where no one is named',
    asks: z.strictObject({ case: z.array(text).min(1).max(500), assignee: text.optional() }),
  },
  'POST /police/cases/find': {
    summary: 'Searches the cases as a look-up does; the page that is answered shows those that are like it',
    asks: z.strictObject({ find: text }),
  },
  'GET /police/next-case': { summary: 'The most pressing case that nobody has decided', isFile: true },
  'GET /police/cases/{id}': {
    summary: 'One case: why, its people and accounts, its ring, what officers noted; `after` goes into the decision',
    shows: z.object({
      noticeId: text,
      sequence: z.int(),
      state: text,
      withdrawnBecause: text.optional().describe('Of a withdrawn notice the code of the reason'),
      decisions: z.array(
        z.object({
          at: text,
          outcome: z.enum(['confirmed', 'dismissed']),
          reason: text.optional(),
          document: z.object({ number: text, date: text }).optional(),
        }),
      ),
      timeline: z.array(z.object({ on: text, what: text })),
      issuedAt: text,
      after: text,
      withdrawal: text.optional().describe('Why the notice would be withdrawn, where that waits for its release'),
      content: PoliceNoticeContentSchema,
      accounts: z.array(OpenAccount),
      sources: z.array(z.looseObject({})),
      leftOut: z.array(z.looseObject({})).describe('The numbers of rows that `sources` leaves out, by feed and kind'),
      ring: z.array(z.object({ noticeId: text, sequence: z.int(), enterpriseCode: text, name: text, after: text })),
      notes: z.array(z.object({ at: text, officerName: text, text })),
      attachments: Attachments,
    }),
  },
  'GET /police/cases/{id}/dossier': { summary: 'A short link to the newest dossier (docx)', isFile: true },
  'GET /police/cases/{id}/export/{form}': {
    summary: 'The case for other tools, as the page offers it; `?of=ring`: each case of its ring',
    isFile: true,
  },
  'GET /police/exports/file': {
    summary:
      'The cases that were notified or changed on some days: `?form=ftm&from=01/01/2026&to=31/01/2026`; for more than 50 cases, `part` chooses a part, from 1',
    isFile: true,
  },
  'POST /police/cases/{id}/decision': {
    summary: 'Confirms or dismisses a case, with a document or without, and others of its ring with it',
    asks: z.strictObject({
      sequence: typed,
      after: text.describe('`after` of the case as you saw it, empty where nobody has decided'),
      outcome: z.enum(['confirmed', 'dismissed']),
      reason: text.optional(),
      number: text.optional(),
      date: text.optional(),
      authority: text.optional(),
      also: z.array(text).max(60).optional().describe('`noticeId sequence after` of others of the ring'),
    }),
  },
  'POST /police/cases/{id}/notes': {
    summary:
      'Adds a note, which asks something of each colleague whose name follows an `@`; or settles what was asked of you',
    asks: z.strictObject({ note: text.optional(), settled: text.optional().describe('`entry` of the request') }),
  },
  ...attachmentOperations('/police/cases/{id}', '/police/cases/{id}'),
  'POST /police/cases/{id}/objections': {
    summary: 'Writes down what the company objects',
    asks: z.strictObject({ objection: text }),
  },
  'GET /police/accounts/{ref}': {
    summary: 'An account: its register, the money through it, its listings, what its bank was asked',
    shows: OpenAccount.extend({
      registers: z.array(z.looseObject({})),
      flows: z.array(z.looseObject({})),
      listings: z.array(z.object({ code: z.int(), on: text, by: text.optional(), reason: text.optional() })),
      noticeId: text.optional(),
      questions: z.array(z.object({ at: text, asks: z.array(text), dueOn: text })),
    }),
  },
  'POST /police/accounts/{ref}/listing': {
    summary: 'Lists an account as suspicious, or clears it (code 0)',
    asks: z.strictObject({ code: typed, reason: text.optional(), until: text.optional() }),
  },
  'POST /police/accounts/{ref}/questions': {
    summary: 'Asks the bank of an account',
    asks: z.strictObject({ ask: z.array(text).min(1).max(20) }),
  },
  'GET /police/companies/{code}': {
    summary: 'A company, flagged or not, with the reasons of its state',
    shows: z.object({
      enterpriseCode: text,
      name: text.optional(),
      verdict: text.optional(),
      score: z.number().optional(),
      activity: text.optional(),
      activityReasons: z.array(text),
      findings: z.array(z.object({ code: text, weight: z.number(), message: text })),
      noticeId: text.optional(),
    }),
  },
  'POST /police/crime-report': {
    summary: "Enters a victim's report of an account, a company or a phone, as a row of the file of such reports",
    asks: z.strictObject({
      caseId: text,
      date: text.describe('31/12/2025 or 2025-12-31'),
      state: z.enum(['MOI', 'DA_RUT']).optional(),
      bank: text.optional(),
      accountNumber: text.optional(),
      enterpriseCode: text.optional(),
      phone: text.optional(),
      amount: text.optional(),
      transferredOn: text.optional(),
    }),
  },
  'POST /police/search': {
    summary: 'Looks something up, for a purpose that the log keeps',
    asks: z.strictObject({
      value: text.describe('A name, an address or a number, or a part of one'),
      purpose: z.enum(['case', 'report', 'request', 'review']),
      caseReference: text,
    }),
    shows: z.object({
      companies: z.array(
        z.object({
          enterpriseCode: text,
          name: text,
          why: z.object({ field: text, value: text }),
          verdict: text.optional(),
          score: z.number().optional(),
          noticeId: text.optional(),
          ring: Ring.optional(),
        }),
      ),
      people: z.array(z.object({ documentNumber: text, fullName: text, dateOfBirth: text })),
      account: OpenAccount.optional(),
      more: z.boolean(),
    }),
  },
  'GET /police/reviews': {
    summary: 'Objections that wait, what is due first',
    shows: paged({ reviews: z.array(Review) }),
  },
  'GET /police/reviews/{notice}/{review}': {
    summary: 'One objection',
    shows: Review.extend({ notYours: text.optional().describe('Why you may not decide on it') }),
  },
  'POST /police/reviews/{notice}/{review}': {
    summary: 'Grants an objection or upholds the notice',
    asks: z.strictObject({ outcome: z.enum(['granted', 'upheld']), reason: text }),
  },
  'GET /police/releases': {
    summary: 'Changes that wait for people before a receiver is notified: `?what=all|act|watch|withdraw&ring=…&page=1`',
    shows: paged({ changes: z.array(Release) }),
  },
  'POST /police/releases/find': {
    summary: 'Searches the waiting changes by what their companies are found by, as a look-up does',
    asks: z.strictObject({ find: text }),
  },
  'POST /police/releases': {
    summary: 'Releases or refuses one change or many at once',
    asks: z.strictObject({
      change: z.array(text).min(1).max(500).describe('`noticeId changeId`, with one space between'),
      outcome: z.enum(VOTE_OUTCOMES),
      reason: text.optional(),
    }),
  },
};
