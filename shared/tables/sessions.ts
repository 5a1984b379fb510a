import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { itemAt, putIf, putItem, removeItem, updateIf } from './conditional-write.ts';
import { queryAll } from './query-all.ts';

const SessionItem = z.object({
  /** The hash of the browser's cookie, so that a reader of the table can't use a session. */
  sessionId: z.string(),
  /** The person's id at the sign-in provider, which is no name. */
  subject: z.string(),
  /** The name that is shown to the person, and to operators while the session is open. */
  displayName: z.string(),
  /** The person's address of mails at the provider. */
  email: z.string().optional(),
  roles: z.array(z.string()),
  /** The token that every form of the session contains. */
  formToken: z.string(),
  /** The times of the session as ISO instants. */
  signedInAt: z.string(),
  seenAt: z.string(),
  /** The instant at which the provider last reported the roles, at first that of the sign-in. */
  checkedAt: z.string().optional(),
  /** When the provider was last asked for the roles and did not answer. */
  askedInVainAt: z.string().optional(),
  /** The provider's refresh token, sealed with the browser's secret; undefined where the provider issued none. */
  renewal: z.string().optional(),
});
export type Session = z.infer<typeof SessionItem>;

const ListedItem = SessionItem.pick({
  sessionId: true,
  subject: true,
  displayName: true,
  roles: true,
  signedInAt: true,
  seenAt: true,
});
/** A session as operators see it, without what its browser holds. */
export type ListedSession = z.infer<typeof ListedItem>;

const DraftItem = z.object({ sessionId: z.string(), draftOf: z.string(), path: z.string(), form: z.string() });
/** A form that was sent when the session had ended, which only its writer may see. */
export type FormDraft = Omit<z.infer<typeof DraftItem>, 'sessionId'>;

const OnceItem = z.object({ cameTo: z.string().optional() });
const EndedItem = z.object({ endedAt: z.string() });

/**
 * The table `sessions`: PK sessionId, with people's sessions at the desks. `draft#` with an id has a form that was sent
 * too late, `ended#` with a person the instant at which all their sessions were ended, and `once#` with a form the
 * answer to it. The index `people` lists the sessions by person.
 */
export const sessionsTable = (db: DynamoDBDocumentClient, table: string) => ({
  async open(session: Session, expiresAt: number): Promise<void> {
    const listed = { list: LIST, place: `${session.subject}#${session.sessionId}` };
    await putItem(db, table, { ...session, ...listed, expiresAt });
  },

  /** The sessions that were not closed, those without activity included. @param subject a person, without whom all are listed */
  async listed(subject?: string): Promise<ListedSession[]> {
    const items = await queryAll(
      db,
      table,
      { list: LIST, ...(subject !== undefined && { place: ['begins_with', placesOf(subject)] }) },
      { IndexName: 'people' },
    );
    const sessions = items.map((item) => ListedItem.parse(item));
    return subject === undefined ? sessions : sessions.filter((session) => session.subject === subject);
  },

  /** Reads a session; undefined where there is none, it was closed, or all sessions of its person were ended since. */
  async get(sessionId: string): Promise<Session | undefined> {
    const item = await itemAt(db, table, { sessionId });
    const parsed = SessionItem.safeParse(item);
    if (!parsed.success) return undefined;
    const { subject, signedInAt } = parsed.data;
    return (await this.isEnded(subject, signedInAt)) ? undefined : parsed.data;
  },

  /** Whether all sessions of the person were ended since. @param signedInAt ISO instant */
  async isEnded(subject: string, signedInAt: string): Promise<boolean> {
    const Key = { sessionId: endedKey(subject) };
    const item = await itemAt(db, table, Key);
    const ended = EndedItem.safeParse(item);
    return ended.success && signedInAt <= ended.data.endedAt;
  },

  /**
   * Ends every session that the person has opened so far, those too that the index does not list yet. @param expiresAt
   * the time at which the last of them would have ended anyway @returns the sessions that the index listed
   */
  async endAllOf(subject: string, endedAt: string, expiresAt: number): Promise<readonly ListedSession[]> {
    await putItem(db, table, { sessionId: endedKey(subject), endedAt, expiresAt });
    const ended = (await this.listed(subject)).filter(({ signedInAt }) => signedInAt <= endedAt);
    await Promise.all(ended.map(({ sessionId }) => this.close(sessionId)));
    return ended;
  },

  /** Updates a session unless it was closed meanwhile. */
  async markSeen(sessionId: string, seenAt: string): Promise<void> {
    await updateIf(db, table, { sessionId }, { set: { seenAt } }, { when: 'attribute_exists(sessionId)' });
  },

  /** Updates a session unless it was closed meanwhile. */
  async markChecked(sessionId: string, checked: Pick<Session, 'roles' | 'checkedAt' | 'renewal'>): Promise<void> {
    await updateIf(db, table, { sessionId }, { set: checked }, { when: 'attribute_exists(sessionId)' });
  },

  /** Updates a session unless it was closed meanwhile. */
  async markAskedInVain(sessionId: string, askedInVainAt: string): Promise<void> {
    await updateIf(db, table, { sessionId }, { set: { askedInVainAt } }, { when: 'attribute_exists(sessionId)' });
  },

  close: (sessionId: string) => removeItem(db, table, { sessionId }),

  /** False where the same form is being or was handled. */
  beginOnce(key: string, expiresAt: number): Promise<boolean> {
    const isNew = { when: 'attribute_not_exists(sessionId)' };
    return putIf(db, table, { sessionId: onceKey(key) }, { expiresAt }, isNew);
  },

  /** The answer to a form; undefined while the form is being handled, and after its expiry. */
  async cameTo(key: string): Promise<string | undefined> {
    const Key = { sessionId: onceKey(key) };
    const item = await itemAt(db, table, Key);
    return OnceItem.safeParse(item).data?.cameTo;
  },

  async endOnce(key: string, cameTo: string): Promise<void> {
    await updateIf(
      db,
      table,
      { sessionId: onceKey(key) },
      { set: { cameTo } },
      { when: 'attribute_exists(sessionId)' },
    );
  },

  forgetOnce: (key: string) => removeItem(db, table, { sessionId: onceKey(key) }),

  async keepDraft(id: string, draft: FormDraft, expiresAt: number): Promise<void> {
    await putItem(db, table, { sessionId: draftKey(id), ...draft, expiresAt });
  },

  async draft(id: string): Promise<FormDraft | undefined> {
    const Key = { sessionId: draftKey(id) };
    const item = await itemAt(db, table, Key);
    const parsed = DraftItem.safeParse(item);
    return parsed.success ? parsed.data : undefined;
  },
});
export type Sessions = ReturnType<typeof sessionsTable>;

const LIST = 'people';
const placesOf = (subject: string) => `${subject}#`;
const endedKey = (subject: string) => `ended#${subject}`;
const onceKey = (key: string) => `once#${key}`;
const draftKey = (id: string) => `draft#${id}`;
