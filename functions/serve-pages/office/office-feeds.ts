/** What the registration office sends, by its folder of the inbox. */
export const OFFICE_FEEDS = {
  registrations: 'Đăng ký doanh nghiệp',
  activities: 'Hoạt động doanh nghiệp',
} as const;
export type OfficeFeed = keyof typeof OFFICE_FEEDS;

/** The feed that an address asks for; the first where it asks for none of the office's. */
export const officeFeedOf = (asked: string | undefined): OfficeFeed =>
  asked === 'activities' ? 'activities' : 'registrations';

/** Files straight under the feed's folder are the office's; those in a folder of their own are another sender's. */
export const isOfOffice = (file: string): boolean =>
  file !== '' && !file.includes('/') && Buffer.byteLength(file) <= LONGEST_NAME;

/** In bytes, as a file system has them; a key of the inbox and of the table has room for it. */
const LONGEST_NAME = 900;
