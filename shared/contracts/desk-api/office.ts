import * as z from 'zod';
import { OFFICE_OUTCOMES } from '#shared/domain/notification/worklist/office-decision.ts';
import { attachmentOperations, Attachments } from './attachments.ts';
import { type DeskOperation, paged, text } from './operation.ts';
import { fileOperations } from './files.ts';
import { FileVote } from './taking-back.ts';

const Entry = z.object({
  kind: text,
  field: text,
  current: text,
  proposed: text,
  why: text,
  person: text.optional(),
  file: text.optional(),
  row: z.int().optional(),
});
const Task = z.object({
  enterpriseCode: text,
  taskId: text,
  companyName: text,
  entry: Entry,
  assignee: z.object({ subject: text, name: text }).optional(),
  dueOn: z.iso.date().optional(),
});

export const OFFICE_OPERATIONS: Readonly<Record<string, DeskOperation>> = {
  ...fileOperations('office', 'registrations|activities'),
  'POST /office/files/release': {
    summary:
      'Lets what can be read of a stopped file count, or nothing of a file, or only its last drop; where rows counted, once a second person agrees',
    asks: z.strictObject({ feed: text, file: text, use: z.enum(['readable', 'none', 'alone']), why: text }),
  },
  'POST /office/files/vote': {
    summary: 'A second person agrees to take back one of your files, or somebody refuses it',
    asks: FileVote,
  },
  'POST /office/search': {
    summary: 'Finds companies by a name, an address or a code, or a part of one; the log keeps who searched',
    asks: z.strictObject({ value: text }),
    shows: z.object({
      companies: z.array(z.object({ enterpriseCode: text, name: text, why: z.object({ field: text, value: text }) })),
      more: z.boolean(),
    }),
  },
  'GET /office/companies/{code}': {
    summary: 'A company as it is registered, with its open entries of the worklist',
    shows: z.object({
      enterpriseCode: text,
      name: text.optional(),
      tasks: z.array(z.object({ taskId: text, entry: Entry })),
      attachments: Attachments,
    }),
  },
  'GET /office/worklist': {
    summary: 'What may have to be put right: `?kind=…&whose=all|mine|free|late&search=…&page=1`',
    shows: paged({ tasks: z.array(Task) }),
  },
  'POST /office/worklist': {
    summary: 'Settles or assigns one entry or many at once',
    asks: z.strictObject({
      task: z.array(text).min(1).max(500).describe('`enterpriseCode taskId`, with one space between'),
      act: z.enum(['accepted', 'done', 'refused', 'assign']),
      reason: text.optional(),
      assignee: text.optional().describe('Of a colleague the id; left out: you'),
      dueOn: text.optional(),
    }),
  },
  'POST /office/worklist/find': {
    summary: 'Searches the worklist by a company’s name, people, address or code, as a look-up does',
    asks: z.strictObject({ find: text }),
  },
  'GET /office/worklist/book': { summary: 'The whole worklist as a workbook', isFile: true },
  'GET /office/worklist/{code}/{task}': {
    summary: 'One entry, and what can be said of it',
    shows: Task.extend({ outcomes: z.array(z.enum(OFFICE_OUTCOMES)), attachments: Attachments }),
  },
  ...attachmentOperations('/office/worklist/{code}/{task}', '/office/companies/{code}'),
  'GET /office/worklist/{code}/{task}/letter': { summary: 'The letter of a check on the spot (docx)', isFile: true },
  'POST /office/worklist/{code}/{task}': {
    summary: 'Accepts, changes or refuses what is proposed, or says that it is done',
    asks: z.strictObject({
      outcome: z.enum(OFFICE_OUTCOMES),
      value: text.optional().describe('The right value, where `changed`'),
      checked: z.enum(['CO_HOAT_DONG', 'KHONG_TIM_THAY']).optional().describe('What a check on the spot found'),
      reason: text.optional(),
    }),
  },
  'GET /office/corrections': {
    summary: 'What was decided to be corrected: `?from=2026-01-01&until=2026-01-31&page=1`',
    shows: paged({
      corrections: z.array(
        z.object({
          enterpriseCode: text,
          companyName: text,
          person: text.optional(),
          field: text,
          from: text,
          to: text,
          kind: text,
          reason: text,
          by: text,
          at: text,
        }),
      ),
    }),
  },
  'GET /office/corrections/file': { summary: 'The same as a workbook', isFile: true },
};
