import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { putItem, updateIf } from './conditional-write.ts';
import { queryAll, queryFirst } from './query-all.ts';

/** A stored look-up, with a keyed hash of the value and never the value itself. */
const LookUpItem = z.strictObject({
  officer: z.string(),
  at: z.string(),
  /** The kind of the value. */
  what: z.string(),
  ref: z.string(),
  purpose: z.string(),
  /** The document or case that the look-up was for, in the officer's words. */
  caseReference: z.string(),
  found: z.number(),
});
type LookUp = z.infer<typeof LookUpItem>;

const NoteItem = z.object({
  entry: z.string(),
  /** The person's id at the sign-in provider, with the name that colleagues see. */
  officer: z.string(),
  officerName: z.string(),
  /** The ISO instant of the note. */
  at: z.string(),
  text: z.string(),
  /** The colleagues whom the note names, each of whom gets a request. */
  asks: z.array(z.string()).optional(),
});
/** An officer's note on a case, which only colleagues see. */
export type CaseNote = Omit<z.infer<typeof NoteItem>, 'entry'>;

/** The kinds of files that a case may have, by their endings. */
export const ATTACHMENT_TYPES = { pdf: 'application/pdf', jpg: 'image/jpeg', png: 'image/png' } as const;
export type AttachmentType = keyof typeof ATTACHMENT_TYPES;

const AttachmentItem = z.object({
  entry: z.string(),
  /** The file's name on the officer's machine. */
  name: z.string(),
  type: z.enum(['pdf', 'jpg', 'png']),
  bytes: z.number(),
  /** In hexadecimal, by which the object is found. */
  sha256: z.string(),
  officer: z.string(),
  officerName: z.string(),
  at: z.string(),
});
/** A file that an officer attached to a case. */
export type Attachment = Omit<z.infer<typeof AttachmentItem>, 'entry'>;

const RequestItem = z.object({
  entry: z.string(),
  /** The notice of the case. */
  of: z.string(),
  /** The name of the colleague who asks, and the instant of their note. */
  officerName: z.string(),
  at: z.string(),
  /** The company's name. */
  about: z.string(),
  settledAt: z.string().optional(),
});
/** What a colleague's note on a case asks of an officer. */
export type NoteRequest = z.infer<typeof RequestItem>;

const SeenItem = z.object({
  entry: z.string(),
  at: z.string(),
  sequence: z.number(),
  score: z.number(),
  level: z.enum(['watch', 'act']),
  /** The codes of its findings. */
  findings: z.array(z.string()),
  /** Its accounts, as bank and masked number. */
  accounts: z.array(z.string()),
});
/** The state of a case that an officer last saw, so that the next visit can show the changes. */
export type SeenCase = Omit<z.infer<typeof SeenItem>, 'entry'>;

const QuestionItem = z.object({
  entry: z.string(),
  officer: z.string(),
  at: z.string(),
  /** The codes of the questions to the bank. */
  asks: z.array(z.string()),
  /** The last day for an answer (Asia/Ho_Chi_Minh). */
  dueOn: z.string(),
  /** The instant at which the bank's endpoint, if any, accepted the question. */
  sentAt: z.string().optional(),
});
/** The police's question to the bank of an account's notice. */
export type BankQuestion = Omit<z.infer<typeof QuestionItem>, 'entry'>;

/** The bank and the notice of a question. */
export interface QuestionedNotice {
  readonly receiver: string;
  readonly noticeId: string;
}

const AssignedItem = z.object({
  entry: z.string(),
  subject: z.string(),
  name: z.string(),
  /** The ISO instant at which the case was assigned. */
  at: z.string().optional(),
});
/** The officer to whom a case is assigned, with the name that colleagues see. */
export type CaseAssignee = Omit<z.infer<typeof AssignedItem>, 'entry'>;

const ReceivedItem = QuestionItem.omit({ officer: true }).extend({ of: z.string() });
/** A question as its bank reads it, without the officer who asked. */
export type ReceivedQuestion = Omit<BankQuestion, 'officer'> & {
  readonly questionId: string;
  readonly noticeId: string;
};

/** All records of officers on one case. */
export interface RecordsOfCase {
  /** The notes, the oldest first. */
  readonly notes: readonly CaseNote[];
  readonly questions: readonly BankQuestion[];
  /** The attached files, the oldest first. */
  readonly attachments: readonly Attachment[];
  readonly seenBy: ReadonlyMap<string, SeenCase>;
}

/**
 * The table `case-records`: PK noticeId, SK entry: `note#` and `question#` with their instant and an id, `file#` with a file's hash, `seen#` with
 * the officer's id. What a note asks of an officer is stored under `request#` and their id. Notes and seen states are stored under the police's notice, a question under the notice to the bank
 * and, without its officer, under `asked#` and the bank, look-ups under `look-up#` and the officer's id, and who works on
 * a case under `assigned#` and the notice.
 */
export const caseRecordsTable = (db: DynamoDBDocumentClient, table: string) => ({
  async of(noticeId: string): Promise<RecordsOfCase> {
    const items = await queryAll(db, table, { noticeId });
    const under = (kind: string) => items.filter(({ entry }) => String(entry).startsWith(kind));
    return {
      notes: under(NOTE).map((item) => NoteItem.parse(item)),
      attachments: under(FILE).map((item) => AttachmentItem.parse(item)),
      questions: under(QUESTION).map((item) => QuestionItem.parse(item)),
      seenBy: new Map(under(SEEN).map((item) => [String(item['entry']).slice(SEEN.length), SeenItem.parse(item)])),
    };
  },

  /** @param id the same for a repetition of the same note */
  async note(noticeId: string, id: string, note: CaseNote, expiresAt: number): Promise<void> {
    await putItem(db, table, { noticeId, entry: `${NOTE}${note.at}#${id}`, ...note, expiresAt });
  },

  /** Keeps one record for a file, also where it is attached again. */
  async attach(noticeId: string, file: Attachment, expiresAt: number): Promise<void> {
    await putItem(db, table, { noticeId, entry: `${FILE}${file.sha256}`, ...file, expiresAt });
  },

  async request(subject: string, request: NoteRequest, expiresAt: number): Promise<void> {
    await putItem(db, table, { noticeId: `${REQUEST}${subject}`, ...request, expiresAt });
  },

  /** What colleagues ask of an officer and is not settled, the oldest first. */
  async requestsOf(subject: string): Promise<NoteRequest[]> {
    const items = await queryAll(db, table, { noticeId: `${REQUEST}${subject}` });
    return items.map((item) => RequestItem.parse(item)).filter(({ settledAt }) => settledAt === undefined);
  },

  async ask(
    { receiver, noticeId }: QuestionedNotice,
    id: string,
    question: BankQuestion,
    expiresAt: number,
  ): Promise<void> {
    const { officer: _, ...forBank } = question;
    const entry = `${QUESTION}${question.at}#${id}`;
    await putItem(db, table, { noticeId, entry, ...question, expiresAt });
    await putItem(db, table, { noticeId: `${ASKED}${receiver}`, entry, of: noticeId, ...forBank, expiresAt });
  },

  /** The questions to a bank since an instant, the latest first. */
  async askedOf(receiver: string, since: string, most: number): Promise<ReceivedQuestion[]> {
    const asked = { noticeId: `${ASKED}${receiver}`, entry: ['>=', `${QUESTION}${since}`] } as const;
    const items = await queryFirst(db, table, asked, most, { ScanIndexForward: false });
    const found = items.map((item) => ReceivedItem.parse(item));
    return found.map(({ entry, of: noticeId, ...forBank }) => ({
      ...forBank,
      noticeId,
      questionId: entry.split('#')[2] ?? '',
    }));
  },

  async question(noticeId: string, id: string): Promise<BankQuestion | undefined> {
    const items = await queryAll(db, table, { noticeId, entry: ['begins_with', QUESTION] });
    const found = items.find(({ entry }) => String(entry).endsWith(`#${id}`));
    return found && QuestionItem.parse(found);
  },

  async markSent(
    { receiver, noticeId }: QuestionedNotice,
    { at }: { at: string },
    id: string,
    sentAt: string,
  ): Promise<void> {
    const entry = `${QUESTION}${at}#${id}`;
    for (const partition of [noticeId, `${ASKED}${receiver}`])
      await updateIf(
        db,
        table,
        { noticeId: partition, entry },
        { set: { sentAt } },
        { when: 'attribute_exists(entry)' },
      );
  },

  /** A look-up is stored under the officer who asked and under no notice. */
  async keepLookUp(id: string, lookUp: LookUp, expiresAt: number): Promise<void> {
    const entry = `${LOOK_UP}${lookUp.at}#${id}`;
    await putItem(db, table, { noticeId: `${LOOK_UP}${lookUp.officer}`, entry, ...lookUp, expiresAt });
  },

  /** Assigns a case to an officer in place of the one before. */
  async assign(noticeId: string, { subject, name, at }: CaseAssignee, expiresAt: number): Promise<void> {
    await putItem(db, table, { noticeId: ASSIGNED, entry: noticeId, subject, name, at, expiresAt });
  },

  /** Who works on which case, by the case's notice. */
  async assigned(): Promise<ReadonlyMap<string, CaseAssignee>> {
    const items = (await queryAll(db, table, { noticeId: ASSIGNED })).map((item) => AssignedItem.parse(item));
    return new Map(items.map(({ entry, ...assignee }) => [entry, assignee]));
  },

  async markSeen(noticeId: string, officer: string, seen: SeenCase, expiresAt: number): Promise<void> {
    await putItem(db, table, { noticeId, entry: `${SEEN}${officer}`, ...seen, expiresAt });
  },
});
export type CaseRecords = ReturnType<typeof caseRecordsTable>;

const NOTE = 'note#';
const QUESTION = 'question#';
const SEEN = 'seen#';
const LOOK_UP = 'look-up#';
const ASKED = 'asked#';
const ASSIGNED = 'assigned#';
const REQUEST = 'request#';
const FILE = 'file#';
