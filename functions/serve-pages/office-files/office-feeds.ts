/** The feeds that the registration office sends, by their folder of the inbox. */
export const OFFICE_FEEDS = {
  registrations: 'Đăng ký doanh nghiệp',
  activities: 'Hoạt động doanh nghiệp',
} as const;
export type OfficeFeed = keyof typeof OFFICE_FEEDS;

/** The feed that the address names, or the first one where the address names none of the office's feeds. */
export const officeFeedOf = (asked: string | undefined): OfficeFeed =>
  asked === 'activities' ? 'activities' : 'registrations';

/**
 * Whether a file is the office's: the office's files are directly in the feed's folder, and other senders have
 * subfolders.
 */
export const isOfOffice = (file: string): boolean =>
  file !== '' && !file.includes('/') && Buffer.byteLength(file) <= LONGEST_NAME;

/** The longest file name in bytes, as in file systems. Keys of the inbox and of the table have room for it. */
const LONGEST_NAME = 900;
