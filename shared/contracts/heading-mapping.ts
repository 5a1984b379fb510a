import * as z from 'zod';
import { feedOf, senderOf } from '#shared/domain/drops/sender.ts';
import { FEED_FOLDERS } from './feeds/feed-record.ts';
import { MOST_CONFIRMED } from './feeds/confirmed-heading.ts';
import { isColumnOf } from './feeds/layouts-of.ts';

const heading = z.string().trim().min(1).max(300);
const Mapping = z.record(heading, z.record(heading, heading));

/** Headings that are confirmed for a sender, or for all senders of a feed: the column by the heading as it stands. */
export interface MappedHeadings {
  /** `feed`, `feed/sender`, or `feed/` for the files that lie straight under the feed's folder. */
  readonly scope: string;
  readonly headings: Readonly<Record<string, string>>;
}

export type HeadingMapping =
  | { readonly ok: true; readonly mapped: readonly MappedHeadings[] }
  | { readonly ok: false; readonly message: string };

/**
 * Reads `{"<feed or feed/sender>": {"<heading as it stands>": "<heading of ours or JSON key>"}}`.
 * @param within the feed or the sender about which alone the mapping may speak; undefined: all
 */
export function readHeadingMapping(value: unknown, within?: string): HeadingMapping {
  const read = Mapping.safeParse(value);
  if (!read.success) return fault('không đúng cấu trúc {"nguồn": {"tiêu đề trong tệp": "cột của mẫu"}}');
  const mapped: MappedHeadings[] = [];
  for (const [name, headings] of Object.entries(read.data)) {
    const folder = FEED_FOLDERS.find((feed) => feed === feedOf(name).toLowerCase());
    if (folder === undefined) return fault(`có nguồn không biết; chỉ nhận: ${FEED_FOLDERS.join(', ')}`);
    const rest = name.slice(folder.length + 1);
    const scope = rest === '' ? folder : senderOf(folder, `${rest}/`);
    if (within !== undefined && scope !== within && !scope.startsWith(`${within}/`))
      return fault(`chỉ được nói về nguồn ${within}`);
    if (Object.keys(headings).length > MOST_CONFIRMED) return fault(`có quá ${MOST_CONFIRMED} tiêu đề của một nguồn`);
    const unknown = Object.values(headings).find((column) => !isColumnOf(folder, column));
    if (unknown !== undefined) return fault(`có cột không có trong mẫu của ${folder}: “${unknown.slice(0, 60)}”`);
    mapped.push({ scope, headings });
  }
  return { ok: true, mapped };
}

const fault = (why: string): HeadingMapping => ({ ok: false, message: `Bảng tiêu đề ${why}.` });

/** The scopes whose confirmed headings hold for a file, the wide one first. */
export const scopesOf = (feed: string, file: string): readonly string[] => {
  const sender = senderOf(feed, file);
  return [feed, sender === feed ? `${feed}/` : sender];
};
