import { dayInVietnam, formatDate } from '#shared/domain/vietnamese/dates.ts';
import type { NoticeToBank } from '#shared/domain/notification/notice/notice.ts';
import type { StoredReview } from '#shared/tables/reviews.ts';
import { Button, Form, Table, Tag, TextField } from '../layout/components.tsx';

interface Props {
  readonly notice: NoticeToBank;
  /** The bank's own objections to the notice, the latest first. */
  readonly reviews: readonly StoredReview[];
  readonly formToken: string;
  readonly form: URLSearchParams;
  readonly error: string | undefined;
}

const STATES: Readonly<Record<StoredReview['state'], readonly [colour: string, label: string]>> = {
  waiting: ['yellow', 'Đang xem lại'],
  upheld: ['grey', 'Giữ nguyên thông báo'],
  granted: ['green', 'Chấp nhận đề nghị'],
};

/** The bank's objections to a notice, and the form of the next one where none waits. */
export function ReviewSection({ notice, reviews, formToken, form, error }: Props) {
  const path = `/bank/notices/${notice.noticeId}`;
  const waits = reviews.some(({ state }) => state === 'waiting');
  return (
    <section>
      <h2 class="govuk-heading-m">Đề nghị xem lại</h2>
      {reviews.length > 0 && (
        <Table
          caption="Đề nghị đã gửi"
          columns={['Ngày gửi', 'Lý do', 'Kết quả', 'Hạn']}
          rows={reviews.map(({ askedAt, reason, state, dueOn }) => [
            formatDate(dayInVietnam(new Date(askedAt))),
            reason,
            <Tag colour={STATES[state][0]}>{STATES[state][1]}</Tag>,
            formatDate(dueOn),
          ])}
        />
      )}
      {notice.state === 'in_force' && !waits && (
        <Form
          action={`${path}/review`}
          formToken={formToken}
          fields={{ page: path, sequence: String(notice.sequence) }}
        >
          <TextField
            name="objection"
            label="Vì sao thông báo này cần xem lại"
            hint="Một cán bộ khác với người quyết định lần đầu sẽ xem lại. Thông báo vẫn có hiệu lực trong khi chờ."
            value={form.get('objection') ?? ''}
            error={error}
            rows={3}
          />
          <Button kind="secondary">Gửi đề nghị xem lại</Button>
        </Form>
      )}
    </section>
  );
}
