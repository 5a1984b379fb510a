import { BANK_QUESTIONS } from '#shared/domain/notification/bank-questions.ts';
import { formatDate } from '#shared/domain/vietnamese/dates.ts';
import type { QuestionView } from '#shared/contracts/questions.ts';
import type { BankQuestion } from '#shared/tables/case-records.ts';
import type { OpenNotice } from '#shared/tables/open-notice.ts';
import { Table, Link, Section } from '../layout/components.tsx';
import { formatInstant } from '../layout/instant.ts';

interface OpenQuestion {
  readonly question: QuestionView;
  readonly notice: OpenNotice;
}

/** The questions about notices in force that the bank has not answered since. */
export function openQuestions(questions: readonly QuestionView[], open: readonly OpenNotice[]): OpenQuestion[] {
  const byId = new Map(open.map((notice) => [notice.noticeId, notice]));
  return questions.flatMap((question) => {
    const notice = byId.get(question.noticeId);
    return notice && question.answeredAt === undefined ? [{ question, notice }] : [];
  });
}

/** The questions that wait for the bank's answer, shown above its notices. */
export function OpenQuestions({ asked }: { readonly asked: readonly OpenQuestion[] }) {
  if (asked.length === 0) return null;
  return (
    <Section title={`Cơ quan Công an hỏi, chưa trả lời (${asked.length})`}>
      <Table
        caption="Trả lời ở ô ghi chú của kết quả xử lý"
        columns={['Số tài khoản', 'Điều được hỏi', 'Hỏi lúc', 'Trả lời trước hết ngày']}
        rows={asked.map(({ question: { noticeId, asks, askedAt, dueOn }, notice }) => [
          <Link to={`/bank/notices/${noticeId}`}>{notice.summary.accountNumber ?? ''}</Link>,
          asks.map(({ text }) => text).join('; '),
          formatInstant(askedAt),
          formatDate(dueOn),
        ])}
      />
    </Section>
  );
}

/** The section with the police's questions about the account, which the bank answers with a result and a remark. */
export function QuestionsSection({ questions }: { readonly questions: readonly BankQuestion[] }) {
  const latest = questions.at(-1);
  if (!latest) return null;
  return (
    <section class="govuk-inset-text">
      <h2 class="govuk-heading-m">Cơ quan Công an hỏi</h2>
      <ul class="govuk-list govuk-list--bullet">
        {latest.asks.map((ask) => (
          <li>{BANK_QUESTIONS[ask] ?? ask}</li>
        ))}
      </ul>
      <p class="govuk-body">
        {`Đề nghị trả lời trước hết ngày ${formatDate(latest.dueOn)}, ở ô ghi chú của kết quả xử lý dưới đây.`}
      </p>
    </section>
  );
}
