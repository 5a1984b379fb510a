import type { SentNotice } from '#shared/contracts/connection.ts';
import { Table } from '../layout/components.tsx';
import { instantText } from './instant-text.ts';

type SentAttempt = SentNotice['attempts'][number];

const OUTCOMES: Readonly<Record<NonNullable<SentAttempt['outcome']>, string>> = {
  delivered: 'đã nhận',
  refused: 'từ chối thông báo này',
  answered: 'trả lời lỗi',
  gone: 'đã đóng',
  unreachable: 'không kết nối được',
};

export const outcomeText = ({ outcome, status }: SentAttempt): string => {
  const text = outcome === undefined ? 'chưa rõ kết quả' : OUTCOMES[outcome];
  return status === undefined ? text : `${text} (HTTP ${status})`;
};

/** A table of the webhook calls for one notice. */
export function DeliveryAttempts({ attempts }: Pick<SentNotice, 'attempts'>) {
  if (attempts.length === 0) {
    return <p class="govuk-body">Chưa gửi: ngân hàng tự đọc, hoặc đang chờ gửi.</p>;
  }
  return (
    <Table
      caption="Các lần gửi tới hệ thống của ngân hàng"
      columns={['Lúc', 'Bản số', 'Kết quả']}
      rows={attempts.map((attempt) => [instantText(attempt.at), String(attempt.sequence), outcomeText(attempt)])}
    />
  );
}
