import { bankNameOf } from '#shared/domain/vietnamese/bank-names.ts';
import { bankOf } from '#shared/domain/notification/receiver.ts';
import { dayInVietnam, formatDate } from '#shared/domain/vietnamese/dates.ts';
import type { StoredReview } from '#shared/tables/reviews.ts';
import type { Visit, ServePagesPorts } from '../ports.ts';
import { html } from '../http/answer.ts';
import { Table, Link } from '../layout/components.tsx';
import { DueTag } from '../layout/status-tag.tsx';
import { Pagination, listPageOf } from '../layout/pagination.tsx';
import { doneSentence, SuccessBanner, Page } from '../layout/page.tsx';

export const REVIEWS_PAGE = '/police/reviews';

/** Names who objects. */
export const objectorOf = ({ askedBy }: Pick<StoredReview, 'askedBy'>): string => {
  const bank = bankOf(askedBy);
  return bank === undefined ? 'Doanh nghiệp' : bankNameOf(bank);
};

const DONE: Readonly<Record<string, string>> = {
  granted: 'Đã chấp nhận đề nghị xem lại.',
  upheld: 'Đã giữ nguyên thông báo.',
};

/** The page of objections that wait for a decision, the earliest due first. */
export async function listReviews({ event, officer }: Visit, ports: ServePagesPorts) {
  const { page } = event.queryStringParameters ?? {};
  const all = await ports.reviews.waiting();
  const { items, paging, place } = listPageOf(all, page, (n) => `${REVIEWS_PAGE}?page=${n}`);
  const today = ports.rulesClock.today();
  const said = doneSentence(DONE, event);
  return html(
    <Page title="Đề nghị xem lại" assets={ports.assets} officer={officer} path={REVIEWS_PAGE}>
      {said !== undefined && <SuccessBanner>{said}</SuccessBanner>}
      <h1 class="govuk-heading-l">{`Đề nghị xem lại (${all.length})`}</h1>
      {all.length === 0 ? (
        <p class="govuk-body">Không có đề nghị nào chờ xem lại.</p>
      ) : (
        <Table
          caption="Mỗi đề nghị do một người khác với người quyết định lần đầu xem lại"
          columns={['Bên đề nghị', 'Doanh nghiệp', 'Lý do', 'Ngày gửi', 'Hạn']}
          rows={items.map((review) => [
            <Link to={`${REVIEWS_PAGE}/${review.noticeId}/${review.reviewId}`}>{objectorOf(review)}</Link>,
            review.enterpriseCode ?? 'chưa rõ',
            review.reason,
            formatDate(dayInVietnam(new Date(review.askedAt))),
            <DueTag due={review.dueOn} today={today} />,
          ])}
        />
      )}
      <Pagination {...paging} />
    </Page>,
    200,
    { data: { reviews: items, ...place } },
  );
}
