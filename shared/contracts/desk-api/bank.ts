import { ENDED_STATES } from '#shared/domain/notification/states.ts';
import * as z from 'zod';
import { SentNoticesPage, SigningKeyChanged } from '#shared/contracts/connection.ts';
import { QuestionView } from '#shared/contracts/questions.ts';
import { NoticeView } from '#shared/contracts/replies.ts';
import { fileOperations } from './files.ts';
import { type DeskOperation, paged, text, typed } from './operation.ts';
import { VanishedRows } from './vanished-rows.ts';

const OpenNotice = z.object({
  noticeId: text,
  sequence: z.int(),
  accountNumber: text.optional(),
  enterpriseCode: text.optional(),
  level: z.enum(['watch', 'act']).optional(),
  reasonCodes: z.array(z.int()).optional(),
  handlingStatus: text,
  issuedAt: text,
  changedAt: text,
});

/** A notice that was withdrawn or expired within the last month; the bank has to lift the measures that rest on it. */
const EndedNotice = z.object({
  noticeId: text,
  sequence: z.int(),
  state: z.enum(ENDED_STATES),
  accountNumber: text,
  changedAt: text,
});

export const BANK_OPERATIONS: Readonly<Record<string, DeskOperation>> = {
  'GET /bank/notices': {
    summary:
      'Your notices in force and what the police ask, not answered yet: `?level=all|act|watch|open&sort=level|age|changed&page=1&search=…`, where `search` is of the page that a search answers with',
    shows: paged({
      notices: z.array(OpenNotice),
      questions: z.array(QuestionView),
      vanished: z.array(VanishedRows),
      ended: z.array(EndedNotice),
    }),
  },
  'POST /bank/notices': {
    summary: 'Searches your notices by the number of an account, its last digits (4 at least), or an enterprise code',
    asks: z.strictObject({ find: text }),
  },
  'GET /bank/notices-file': {
    summary: 'The same view of your notices as a workbook: `?level=…&sort=…&search=…`',
    isFile: true,
  },
  'POST /bank/answers': {
    summary: 'The same answer to many notices, which is recorded for each that nobody else has answered meanwhile',
    asks: z.strictObject({
      notice: z.array(text).min(1).max(500).describe('`noticeId sequence after`, with one space between'),
      outcome: z.enum(['acted', 'rejected']),
      accountStatus: text,
      note: text.optional(),
    }),
  },
  'GET /bank/notices/{id}': {
    summary: 'One notice, what the police ask, what you objected',
    shows: z.object({
      notice: NoticeView,
      after: text.describe('Your last answer, empty where there is none'),
      questions: z.array(z.object({ at: text, asks: z.array(text), dueOn: text })),
      reviews: z.array(z.object({ reviewId: text, reason: text, askedAt: text, dueOn: text, state: text })),
    }),
  },
  'POST /bank/notices/{id}/acknowledgement': {
    summary: 'You have seen the notice at this sequence',
    asks: z.strictObject({ sequence: typed }),
  },
  'POST /bank/notices/{id}/decision': {
    summary: 'What you did and what you saw',
    asks: z.strictObject({
      sequence: typed,
      outcome: z.enum(['acted', 'rejected']),
      accountStatus: text,
      observed: z.array(typed).max(8).optional(),
      note: text.optional(),
      after: text.optional().describe('`after` of the notice as you saw it: an answer since then refuses yours'),
    }),
  },
  'POST /bank/notices/{id}/review': {
    summary: 'Objects to a notice',
    asks: z.strictObject({ sequence: typed, objection: text }),
  },
  ...fileOperations('bank', 'accounts'),
  'POST /bank/report': {
    summary: 'Reports an account of your own, or takes a report back (code 0)',
    asks: z.strictObject({
      accountNumber: text,
      code: typed,
      reason: text.optional(),
      on: text.describe('31/12/2025 or 2025-12-31'),
      until: text.optional(),
    }),
  },
  'GET /bank/connection': {
    summary: 'How you are sent notices, and what was sent when, with each attempt: `?before=…`',
    shows: z.object({ mode: z.enum(['push', 'pull']).optional(), url: text.optional(), sent: SentNoticesPage }),
  },
  'POST /bank/connection/test': { summary: 'A test event to your webhook', asks: z.strictObject({}) },
  'POST /bank/connection/key': {
    summary: 'A new signing key of your webhook; until the key before ends, the same key again',
    asks: z.strictObject({}),
    shows: SigningKeyChanged,
  },
};
