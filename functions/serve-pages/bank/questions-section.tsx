import { BANK_QUESTIONS } from '#shared/domain/notification/bank-questions.ts';
import { formatDate } from '#shared/domain/vietnamese/dates.ts';
import type { BankQuestion } from '#shared/tables/case-records.ts';

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
