import { outboxKey } from '#shared/contracts/outbox-key.ts';
import { bankOf } from '#shared/domain/notification/receiver.ts';
import type { Visit } from '../ports.ts';
import { bankOfVisit } from '../session/bank-of-visit.ts';

/** The feeds that desks send, by their folder of the inbox. */
export const FEED_NAMES = {
  registrations: 'Đăng ký doanh nghiệp',
  activities: 'Hoạt động doanh nghiệp',
  accounts: 'Tài khoản và giao dịch theo kỳ',
} as const;
export type SentFeed = keyof typeof FEED_NAMES;

/** Whose files a visit is about: the registration office's, or those of the person's own bank. */
export interface FileSender {
  /** The beginning of the addresses of its pages. */
  readonly desk: 'office' | 'bank';
  readonly feeds: readonly [SentFeed, ...SentFeed[]];
  /** The folder of its files within a feed, with its slash. The office's are directly in the feed. */
  readonly folder: string;
}

const OFFICE: FileSender = { desk: 'office', feeds: ['registrations', 'activities'], folder: '' };

export function fileSenderOf(visit: Visit): FileSender {
  if (!visit.event.rawPath.startsWith('/bank/')) return OFFICE;
  return { desk: 'bank', feeds: ['accounts'], folder: `${bankOf(bankOfVisit(visit)) ?? ''}/` };
}

/** The feed that an address or a form names, or the first one where it names none of the sender's. */
export const feedNamed = ({ feeds }: FileSender, asked: string | null | undefined): SentFeed =>
  feeds.find((feed) => feed === asked) ?? feeds[0];

/** Whether a text may be the name of a file in a sender's own folder. */
export const isFileName = (name: string): boolean =>
  name !== '' && !name.includes('/') && Buffer.byteLength(name) <= LONGEST_NAME;

/** The name of a sender's file within its folder; undefined for other senders' files. */
export const nameIn = ({ folder }: FileSender, file: string): string | undefined => {
  const name = file.startsWith(folder) ? file.slice(folder.length) : '';
  return isFileName(name) ? name : undefined;
};

/** The key of a file's results without its ending: in a bank's own outbox, or under the office's feed. */
export const resultsOf = ({ folder }: FileSender, feed: SentFeed, name: string): string =>
  outboxKey(folder === '' ? feed : folder.slice(0, -1), name);

/** The longest file name in bytes, as in file systems. Keys of the inbox and of the table have room for it. */
const LONGEST_NAME = 900;
