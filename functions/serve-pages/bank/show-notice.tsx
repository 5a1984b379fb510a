import { type NoticedBankAccount, type NoticeToBank, numberToShow } from '#shared/domain/notification/notice/notice.ts';
import { maskNumber } from '#shared/domain/identity/identity-document.ts';
import { isAnswered } from '#shared/domain/notification/states.ts';
import { POLICE } from '#shared/domain/notification/receiver.ts';
import { periodOf } from '#shared/domain/risk/rules/finding-period.ts';
import { deliveryView } from '#shared/use-cases/list-sent.ts';
import type { Visit, ServePagesPorts } from '../ports.ts';
import { lastDecisionOf } from '../bank-accounts/account-at-bank.ts';
import { logNoticesShown } from '../log-shown.ts';
import { html, type FormRefusal } from '../http/answer.ts';
import { Button, ErrorSummary, Form, SummaryList, TextField, Section } from '../layout/components.tsx';
import { doneSentence, SuccessBanner, Page } from '../layout/page.tsx';
import { notFoundPage } from '../status-pages/plain-pages.tsx';
import { QuestionsSection } from './questions-section.tsx';
import { isAnsweredSince } from './answered-since.ts';
import { bankOfVisit } from '../session/bank-of-visit.ts';
import { AnswerFields } from './answer-fields.tsx';
import { DeliveryAttempts } from './attempts.tsx';
import { ReviewSection } from './review-section.tsx';
import { reasonsInWords, SUSPICION_LABELS } from './suspicions.ts';
import { dayInVietnam, formatDate } from '#shared/domain/vietnamese/dates.ts';
import type { ReplyItem } from '#shared/tables/replies.ts';
import { BankAnswer } from '../case/accounts.tsx';
import { whenAndBy } from '../layout/done-by.ts';
import { StatusTag } from '../layout/status-tag.tsx';
import { typedFields } from '../layout/fields.tsx';

interface Props {
  readonly notice: NoticeToBank;
  /** The bank's last answer. */
  readonly answer: ReplyItem | undefined;
  /** The reader, whose own answer is marked as such. */
  readonly officer: string;
}

/** What the notice says and asks, and how far the bank has dealt with it. */
function NoticeOutline({ notice, answer, officer }: Props) {
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
          ['Vì sao', reasonsInWords(content.reasonCodes)],
          ...('window' in content && content.window
            ? [
                [
                  'Thời gian của tiền',
                  periodOf({ from: content.window.from, to: content.window.to })?.text ?? '',
                ] as const,
              ]
            : []),
          ...('request' in content ? [['Đề nghị', content.request] as const] : []),
          ...('decision' in content && content.decision
            ? [['Văn bản', `${content.decision.number}, ngày ${formatDate(content.decision.date)}`] as const]
            : []),
          ['Bản số', String(sequence)],
          ['Gửi ngày', formatDate(dayInVietnam(new Date(issuedAt)))],
          ['Hiệu lực đến hết', expiresOn === undefined ? 'khi rút' : formatDate(expiresOn)],
          ['Tình trạng', <StatusTag status={handlingStatus} />],
          ['Công an', policeStandingOf(notice)],
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

/** What the police have made of the matter so far, as far as the notice says it. */
function policeStandingOf({ state, content }: NoticeToBank): string {
  if (state !== 'in_force') return 'Không còn căn cứ để rà soát.';
  return content.level === 'act' ? 'Đã xác nhận, hoặc đã ghi tài khoản vào danh sách.' : 'Chưa có kết luận.';
}

/** What a clerk can do about a notice, with the sentence by which the page says that it was done. */
const DONE = {
  acknowledged: 'Đã ghi nhận: ngân hàng đã nhận thông báo.',
  answered: 'Đã gửi kết quả xử lý.',
  objected: 'Đã gửi đề nghị xem lại.',
};
export type BankAct = keyof typeof DONE;

/** The page of one notice of the person's own bank; another bank's notice is not found. */
export async function showNotice(
  visit: Visit,
  ports: ServePagesPorts,
  { errors = {}, status = 200 }: FormRefusal = {},
) {
  const { event, officer, form } = visit;
  const notice = await ports.notices.get(bankOfVisit(visit), event.pathParameters?.['id'] ?? '');
  if (!notice || notice.receiver === POLICE) return notFoundPage(ports, officer);
  await logNoticesShown([notice], 'notice', notice.receiver, visit, ports);
  const [reviews, { questions }, delivery, { last, after }] = await Promise.all([
    ports.reviews.ofNotice(notice.noticeId),
    ports.caseRecords.of(notice.noticeId),
    ports.deliveries.get(notice.receiver, notice.noticeId),
    lastDecisionOf(notice.receiver, notice.noticeId, ports),
  ]);
  const done = doneSentence(DONE, event);
  const path = `/bank/notices/${notice.noticeId}`;
  const field = typedFields(form, errors);
  return html(
    <Page
      title={`Tài khoản ${maskNumber(numberToShow(notice.content))}`}
      assets={ports.assets}
      officer={officer}
      path={path}
    >
      <SuccessBanner>{done}</SuccessBanner>
      <h1 class="govuk-heading-l">{`Tài khoản ${numberToShow(notice.content)}`}</h1>
      {notice.content.accountNumber === null && <p class="govuk-inset-text">{givenSentence(notice.content)}</p>}
      <NoticeOutline notice={notice} answer={last} officer={officer.subject} />
      <ErrorSummary errors={errors} />
      {notice.state === 'in_force' && <QuestionsSection questions={questions} />}
      {!isAnswered(notice.handlingStatus) && !isAnsweredSince(notice, last) && (
        <Form
          action={`${path}/acknowledgement`}
          formToken={officer.formToken}
          fields={{ page: path, sequence: String(notice.sequence) }}
        >
          <Button kind="secondary">Xác nhận đã nhận</Button>
        </Form>
      )}
      <section>
        <h2 class="govuk-heading-m">{last ? 'Đổi kết quả xử lý' : 'Kết quả xử lý'}</h2>
        <Form
          action={`${path}/decision`}
          formToken={officer.formToken}
          fields={{ page: path, sequence: String(notice.sequence), after }}
        >
          <AnswerFields form={form} errors={errors} />
          {notice.state !== 'withdrawn' && <Observed chosen={form.getAll('observed')} />}
          <TextField {...field('recovered', 'Số tiền đã giữ lại, hoàn trả (đồng)')} />
          <TextField {...field('note', 'Ghi chú')} rows={3} />
          <Button>Gửi kết quả</Button>
        </Form>
      </section>
      <ReviewSection
        notice={notice}
        reviews={reviews.filter(({ askedBy }) => askedBy === notice.receiver)}
        formToken={officer.formToken}
        form={form}
        error={errors['objection']}
      />
      <Section title="Đã gửi cho ngân hàng">
        <DeliveryAttempts attempts={deliveryView(notice, delivery).attempts} />
      </Section>
    </Page>,
    status,
    { errors, data: { notice: { ...notice.content, ...notice, id: notice.noticeId }, after, questions, reviews } },
  );
}

function Observed({ chosen }: { readonly chosen: readonly string[] }) {
  return (
    <fieldset class="govuk-fieldset govuk-form-group">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">Dấu hiệu ngân hàng thấy (nếu có)</legend>
      <div class="govuk-checkboxes">
        {Object.entries(SUSPICION_LABELS).map(([code, label]) => (
          <div class="govuk-checkboxes__item">
            <input
              class="govuk-checkboxes__input"
              type="checkbox"
              id={`observed-${code}`}
              name="observed"
              value={code}
              checked={chosen.includes(code)}
            />
            <label class="govuk-label govuk-checkboxes__label" for={`observed-${code}`}>
              {`${code}. ${label}`}
            </label>
          </div>
        ))}
      </div>
    </fieldset>
  );
}

/** Where the bank finds the account itself as long as the exact number isn't known. */
function givenSentence({ givenIn }: NoticedBankAccount): string {
  const place =
    givenIn && ` ${givenIn.file}${givenIn.sheet === undefined ? '' : `, trang ${givenIn.sheet}`}, dòng ${givenIn.row}`;
  return `Số ghi như trong tệp của ngân hàng${place ?? ''}; có thể đã mất số 0 ở đầu. Hãy đối chiếu dòng đó để biết đúng tài khoản, và gửi lại cột số tài khoản ở dạng văn bản.`;
}
