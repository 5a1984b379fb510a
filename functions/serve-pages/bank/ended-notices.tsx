import { type NoticeToBank, numberToShow } from '#shared/domain/notification/notice/notice.ts';
import { POLICE, type Receiver } from '#shared/domain/notification/receiver.ts';
import { addDays, dayInVietnam } from '#shared/domain/vietnamese/dates.ts';
import { Table, Tag, Link, Section } from '../layout/components.tsx';
import { formatInstant } from '../layout/instant.ts';
import type { ServePagesPorts } from '../ports.ts';

/** The number of days for which a bank is shown an ended notice: long enough for everybody there to see it. */
const DAYS = 30;
/** The number of latest changes that are searched: one page of the index. */
const MOST_CHANGES = 200;

/**
 * The bank's notices that were withdrawn or expired recently, the latest first. The bank has to lift the measures that
 * rest on them.
 */
export async function recentlyEndedNotices(
  receiver: Receiver,
  { notices, now }: ServePagesPorts,
): Promise<NoticeToBank[]> {
  const since = addDays(dayInVietnam(now()), -DAYS);
  const changed = await notices.latest(receiver, undefined, MOST_CHANGES);
  return changed.flatMap(({ notice }) => {
    const isRecent = dayInVietnam(new Date(notice.changedAt)) >= since;
    return notice.receiver !== POLICE && notice.state !== 'in_force' && isRecent ? [notice] : [];
  });
}

export const endedView = ({ noticeId, sequence, state, content, changedAt }: NoticeToBank) => ({
  noticeId,
  sequence,
  state,
  accountNumber: numberToShow(content),
  changedAt,
});

export function EndedNotices({ ended }: { readonly ended: readonly NoticeToBank[] }) {
  return (
    <Section title="Mới rút hoặc hết hạn">
      <p class="govuk-body">Gỡ ngay mọi biện pháp đã áp dụng chỉ vì các thông báo này.</p>
      <Table
        caption={`Trong ${DAYS} ngày gần đây`}
        columns={['Số tài khoản', 'Tình trạng', 'Lúc']}
        rows={ended.map(({ noticeId, content, state, changedAt }) => [
          <Link to={`/bank/notices/${noticeId}`}>{numberToShow(content)}</Link>,
          state === 'withdrawn' ? <Tag colour="green">Đã rút</Tag> : <Tag colour="grey">Đã hết hạn</Tag>,
          formatInstant(changedAt),
        ])}
      />
    </Section>
  );
}
