import { formatDate } from '#shared/domain/vietnamese/dates.ts';
import type { StoredReview } from '#shared/tables/reviews.ts';
import { Button, Form, Table, TextField, Link, Section } from '../layout/components.tsx';
import { formatInstant } from '../layout/instant.ts';

interface Props {
  readonly page: string;
  readonly reviews: readonly StoredReview[];
  readonly isInForce: boolean;
  readonly formToken: string;
  readonly form: URLSearchParams;
  readonly error: string | undefined;
}

const STATES: Readonly<Record<StoredReview['state'], string>> = {
  waiting: 'Đang chờ xem lại',
  upheld: 'Giữ nguyên thông báo',
  granted: 'Chấp nhận',
};

/** The company's objections, and a form to record another one. */
export function ObjectionsSection({ page, reviews, isInForce, formToken, form, error }: Props) {
  const waits = reviews.some(({ state }) => state === 'waiting');
  if (reviews.length === 0 && !isInForce) return null;
  return (
    <Section id="objections" title="Khiếu nại của doanh nghiệp">
      {reviews.length > 0 && (
        <Table
          caption="Đã ghi nhận"
          columns={['Lúc', 'Nội dung', 'Kết quả', 'Hạn']}
          rows={reviews.map(({ noticeId, reviewId, askedAt, reason, state, dueOn }) => [
            formatInstant(askedAt),
            reason,
            <Link to={`/police/reviews/${noticeId}/${reviewId}`}>{STATES[state]}</Link>,
            formatDate(dueOn),
          ])}
        />
      )}
      {isInForce && !waits && (
        <details class="govuk-details" open={error !== undefined}>
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">Ghi nhận khiếu nại mới</span>
          </summary>
          <div class="govuk-details__text">
            <Form action={`${page}/objections`} formToken={formToken} fields={{ page }}>
              <TextField
                name="objection"
                label="Nội dung khiếu nại"
                hint="Trở thành một việc riêng có hạn; một cán bộ khác sẽ xem lại."
                value={form.get('objection') ?? ''}
                error={error}
                rows={3}
              />
              <Button kind="secondary">Ghi nhận khiếu nại</Button>
            </Form>
          </div>
        </details>
      )}
    </Section>
  );
}
