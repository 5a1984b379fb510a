import type { NoticeToBank } from '#shared/domain/notification/notice/notice.ts';
import { dayInVietnam, formatDate } from '#shared/domain/vietnamese/dates.ts';
import type { ReplyItem } from '#shared/tables/replies.ts';
import { BankAnswer } from '../case/accounts.tsx';
import { SummaryList } from '../layout/components.tsx';
import { whenAndBy } from '../layout/done-by.ts';
import { StatusTag } from '../layout/status-tag.tsx';
import { SUSPICION_LABELS } from './suspicions.ts';

interface Props {
  readonly notice: NoticeToBank;
  /** The bank's last answer. */
  readonly answer: ReplyItem | undefined;
  /** The reader, whose own answer is marked as such. */
  readonly officer: string;
}

/** What the notice says and asks, and how far the bank has dealt with it. */
export function NoticeOutline({ notice, answer, officer }: Props) {
  const { content, state, sequence, issuedAt, expiresOn, handlingStatus } = notice;
  return (
    <>
      {state !== 'in_force' && (
        <p class="govuk-inset-text">
          {state === 'withdrawn' ? 'Thông báo đã rút' : 'Thông báo đã hết hạn'}: gỡ ngay mọi biện pháp đã áp dụng chỉ vì
          thông báo này.
        </p>
      )}
      <SummaryList
        entries={[
          ['Mã số doanh nghiệp', content.enterpriseCode ?? ''],
          ['Mức', content.level === 'act' ? 'Xử lý ngay' : 'Rà soát, tăng cường giám sát'],
          ['Mã nghi ngờ', content.reasonCodes.map((code) => `${code}: ${SUSPICION_LABELS[code] ?? ''}`).join('; ')],
          ...('request' in content ? [['Đề nghị', content.request] as const] : []),
          ...('decision' in content && content.decision
            ? [['Văn bản', `${content.decision.number}, ngày ${formatDate(content.decision.date)}`] as const]
            : []),
          ['Bản số', String(sequence)],
          ['Gửi ngày', formatDate(dayInVietnam(new Date(issuedAt)))],
          ['Hiệu lực đến hết', expiresOn === undefined ? 'khi rút' : formatDate(expiresOn)],
          ['Tình trạng', <StatusTag status={handlingStatus} />],
          ...(answer
            ? [
                [
                  'Ngân hàng đã trả lời',
                  <>
                    {`Gửi ${whenAndBy(answer, officer, 'hệ thống của ngân hàng')}.`}
                    <BankAnswer account={{ answer, questions: [] }} />
                  </>,
                ] as const,
              ]
            : []),
        ]}
      />
    </>
  );
}
