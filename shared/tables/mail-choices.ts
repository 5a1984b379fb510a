import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { itemAt, putItem, removeItem, updateIf } from './conditional-write.ts';
import { allAs, oneAs, queryAll } from './query-all.ts';

/** What a person may be told by mail: of new work, of work that runs out, of all that waits. */
export const MAIL_KINDS = ['new', 'due', 'waiting'] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

const Item = z.object({
  subject: z.string(),
  /** The address that the sign-in provider has of the person, who can name no other. */
  email: z.string(),
  /** The person's roles at the last sign-in. */
  roles: z.array(z.string()),
  wants: z.array(z.enum(MAIL_KINDS)),
  /** Of the links in mails, by which they are stopped without a session. */
  stopKey: z.string(),
  /** The instant up to which the person knows of new work. */
  toldUntil: z.string(),
  /** The day of the last morning's mail (Asia/Ho_Chi_Minh). */
  toldOn: z.string().optional(),
});
export type MailChoice = z.infer<typeof Item>;
type Told = Pick<MailChoice, 'toldUntil' | 'toldOn'>;

/** All people who want mails are one list. */
const LIST = 'people';

/** The table `mail-choices`: PK list, SK subject, with who wants which mails. Who wants none has no item. */
export const mailChoicesTable = (db: DynamoDBDocumentClient, table: string) => ({
  get: (subject: string) => oneAs(Item, itemAt(db, table, { list: LIST, subject })),

  choose: (choice: MailChoice, expiresAt: number) => putItem(db, table, { list: LIST, ...choice, expiresAt }),

  /** Keeps the choice of a person who has signed in, with what the provider now says of them. */
  async renew(
    { subject, email, roles }: Pick<MailChoice, 'subject' | 'email' | 'roles'>,
    expiresAt: number,
  ): Promise<void> {
    const known = { when: 'attribute_exists(subject)' };
    await updateIf(db, table, { list: LIST, subject }, { set: { email, roles, expiresAt } }, known);
  },

  stop: (subject: string) => removeItem(db, table, { list: LIST, subject }),

  all: () => allAs(Item, queryAll(db, table, { list: LIST })),

  /** Takes note of what a person is told; false where another run told them, or they want no mail any more. */
  async markTold({ subject, toldUntil }: MailChoice, told: Told): Promise<boolean> {
    const unchanged = { when: 'toldUntil = :before', values: { ':before': toldUntil } };
    return (await updateIf(db, table, { list: LIST, subject }, { set: { ...told } }, unchanged)) !== undefined;
  },
});
export type MailChoices = ReturnType<typeof mailChoicesTable>;
