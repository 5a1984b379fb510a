import { formatCount } from '#shared/domain/vietnamese/counts.ts';
import { isCounting } from '#shared/domain/drops/drop-states.ts';
import { senderOf } from '#shared/domain/drops/sender.ts';
import type { Drop } from '#shared/tables/drop-item.ts';
import type { ReadFilePorts } from '../ports.ts';
import type { Objection } from './objection.ts';

/** A file that names fewer companies is never a jump. */
const LEAST = 50;
/** A bank's register has jumped where a file names more than this multiple of the companies of all its files before. */
const TIMES = 3;
/** Files that come within this time of each other are one delivery, in whatever order they are read. */
const DELIVERY_MS = 86_400_000;

/**
 * A bank could invent an account for each company, and so learn from its notices or make the company's money look
 * otherwise. So a file that names many more companies than what the bank delivered before waits for a person.
 * @param companies how many companies the rows of accounts name
 */
export async function objectionToRegister(
  { feed, file, version }: Drop,
  companies: number,
  { files, now }: Pick<ReadFilePorts, 'files' | 'now'>,
): Promise<Objection | undefined> {
  const sender = senderOf(feed, file);
  if (feed !== 'accounts' || sender === feed || companies < LEAST) return undefined;
  const until = new Date(now().getTime() - DELIVERY_MS).toISOString();
  const isBefore = (one: Drop) =>
    senderOf(one.feed, one.file) === sender &&
    one.version !== version &&
    isCounting(one.state) &&
    one.startedAt < until;
  const earlier = (await files.ofFeed(feed)).filter(isBefore);
  const before = earlier.reduce((sum, { judgement }) => sum + (judgement?.companies ?? 0), 0);
  if (before === 0 || companies <= TIMES * before) return undefined;
  return {
    code: 'register_jumped',
    message: `Giữ lại cả tệp vì nêu tài khoản của ${formatCount(companies)} doanh nghiệp, trong khi các tệp trước của ngân hàng mới nêu ${formatCount(before)} doanh nghiệp. Chưa dòng nào của tệp được dùng; người vận hành hỏi lại ngân hàng rồi mới cho dùng.`,
  };
}
