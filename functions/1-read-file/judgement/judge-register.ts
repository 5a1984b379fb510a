import { formatCount } from '#shared/domain/vietnamese/counts.ts';
import { isCounting } from '#shared/domain/drops/drop-states.ts';
import { senderOf } from '#shared/domain/drops/sender.ts';
import { companiesKnown } from '#shared/tables/read-coverage.ts';
import type { Drop } from '#shared/tables/drop-item.ts';
import type { ReadFilePorts } from '../ports.ts';
import type { Objection } from './objection.ts';

/** A register that names fewer companies is never a jump. */
const LEAST = { beside: 50, alone: 200 } as const;
/** A bank's register has jumped where a file names more than this multiple of the companies of all its files before. */
const TIMES = 3;
/** Hardly any bank has accounts of more than this share of all companies. */
const SHARE = 0.5;

/**
 * A bank could invent an account for each company, and so learn from its notices or make the company's money look
 * otherwise. So a file that names many more companies than the bank's files before, or most companies there are, waits
 * for a person.
 * @param companies how many companies the rows of accounts name
 */
export async function objectionToRegister(
  { feed, file, version }: Drop,
  companies: number,
  { files, now }: Pick<ReadFilePorts, 'files' | 'now'>,
): Promise<Objection | undefined> {
  const sender = senderOf(feed, file);
  if (feed !== 'accounts' || sender === feed || companies < LEAST.beside) return undefined;
  const own = (await files.ofFeed(feed)).filter(
    (one) => senderOf(one.feed, one.file) === sender && one.version !== version && isCounting(one.state),
  );
  const before = own.reduce((sum, { judgement }) => sum + (judgement?.companies ?? 0), 0);
  if (before > 0 && companies > TIMES * before)
    return objection(companies, `các tệp trước của ngân hàng mới nêu ${formatCount(before)} doanh nghiệp`);
  const known = companiesKnown(await files.coverage(['registrations'], now()));
  if (companies >= LEAST.alone && known > 0 && companies > SHARE * known)
    return objection(companies, `cả tỉnh mới biết ${formatCount(known)} doanh nghiệp`);
  return undefined;
}

const objection = (companies: number, beside: string): Objection => ({
  code: 'register_jumped',
  message: `Giữ lại cả tệp vì nêu tài khoản của ${formatCount(companies)} doanh nghiệp, trong khi ${beside}. Chưa dòng nào của tệp được dùng; người vận hành hỏi lại ngân hàng rồi mới cho dùng.`,
});
