import { POLICE } from '#shared/domain/notification/receiver.ts';
import { formatDate } from '#shared/domain/vietnamese/dates.ts';
import type { StoredReview } from '#shared/tables/reviews.ts';
import { noticeIdOf } from '#shared/tables/notices.ts';
import { refusalToReview } from '#shared/use-cases/decide-review.ts';
import type { Visit, ServePagesPorts } from '../ports.ts';
import { logNoticesShown } from '../log-shown.ts';
import { html, type FormRefusal } from '../http/answer.ts';
import { Radios, typedFields } from '../layout/fields.tsx';
import { Button, ErrorSummary, Form, SummaryList, TextField, Link } from '../layout/components.tsx';
import { formatInstant } from '../layout/instant.ts';
import { Page } from '../layout/page.tsx';
import { notFoundPage } from '../status-pages/plain-pages.tsx';
import { objectorOf, REVIEWS_PAGE } from './list-reviews.tsx';
import { REFUSALS } from './refusals.ts';

const UNFINISHED =
  'Kết quả này đã ghi nhưng chưa thực hiện xong. Hãy ghi lại kết quả: hệ thống sẽ hoàn tất kết quả đã ghi, không đổi kết quả khác.';

/** The page of one objection: who objects to what and why, a link to the case, and the form of the decision. */
export async function showReview(
  visit: Visit,
  ports: ServePagesPorts,
  { errors = {}, status = 200 }: FormRefusal = {},
) {
  const { event, officer, form } = visit;
  const { notice: noticeId = '', review: reviewId = '' } = event.pathParameters ?? {};
  const review = (await ports.reviews.ofNotice(noticeId)).find((one) => one.reviewId === reviewId);
  if (!review) return notFoundPage(ports, officer);
  await logNoticesShown([{ noticeId, sequence: review.sequence }], 'notice', POLICE, visit, ports);
  const path = `${REVIEWS_PAGE}/${noticeId}/${reviewId}`;
  const waits = review.state === 'waiting';
  const refusal = waits ? await refusalToReview(review, officer.subject, ports) : undefined;
  const field = typedFields(form, errors);
  return html(
    <Page title="Đề nghị xem lại" assets={ports.assets} officer={officer} path={REVIEWS_PAGE}>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">{`Đề nghị xem lại của ${objectorOf(review)}`}</h1>
      <Outline review={review} />
      {refusal !== undefined && <p class="govuk-inset-text">{REFUSALS[refusal]}</p>}
      {review.unfinished && <p class="govuk-inset-text">{UNFINISHED}</p>}
      {(review.unfinished ?? (waits && refusal === undefined)) && (
        <Form action={path} formToken={officer.formToken} fields={{ page: path }}>
          <Radios
            {...field('outcome', 'Kết quả xem lại')}
            options={[
              {
                value: 'granted',
                label: 'Chấp nhận',
                hint: 'Cảnh báo về doanh nghiệp được bác bỏ; thông báo ở các ngân hàng được rút.',
              },
              { value: 'upheld', label: 'Giữ nguyên thông báo' },
            ]}
          />
          <TextField {...field('reason', 'Lý do')} rows={3} />
          <Button>Ghi kết quả</Button>
        </Form>
      )}
    </Page>,
    status,
    { errors, data: { ...review, notYours: refusal } },
  );
}

function Outline({ review }: { readonly review: StoredReview }) {
  const { enterpriseCode, accountNumber, reason, askedAt, dueOn, decided, state } = review;
  const caseLink =
    enterpriseCode === undefined ? undefined : (
      <Link to={`/police/cases/${noticeIdOf(POLICE, enterpriseCode)}`}>{enterpriseCode}</Link>
    );
  return (
    <SummaryList
      entries={[
        ['Doanh nghiệp', caseLink ?? 'chưa rõ'],
        ...(accountNumber === undefined ? [] : ([['Tài khoản', accountNumber]] as const)),
        ['Lý do đề nghị', reason],
        ['Gửi lúc', formatInstant(askedAt)],
        ['Hạn xem lại', formatDate(dueOn)],
        ...(decided
          ? ([
              ['Kết quả', state === 'granted' ? 'Chấp nhận' : 'Giữ nguyên thông báo'],
              ['Lý do của kết quả', decided.reason],
              ['Quyết định lúc', formatInstant(decided.at)],
            ] as const)
          : []),
      ]}
    />
  );
}
