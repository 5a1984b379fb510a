import { BANK_QUESTIONS } from '#shared/domain/notification/bank-questions.ts';
import { formatDate } from '#shared/domain/vietnamese/dates.ts';
import type { BankQuestion } from '#shared/tables/case-records.ts';
import { formatInstant } from '../layout/instant.ts';

/** Shows what the bank was asked, by when it should answer, and whether its system has accepted the question. */
export function AskedQuestions({ questions }: { readonly questions: readonly BankQuestion[] }) {
  if (questions.length === 0) return <span>chưa</span>;
  return (
    <ul class="govuk-list">
      {questions.map(({ at, asks, dueOn, sentAt }) => (
        <li>
          {`${formatInstant(at)}: ${asks.map((ask) => BANK_QUESTIONS[ask] ?? ask).join('; ')}. Hạn ${formatDate(dueOn)}. `}
          {sentAt === undefined
            ? 'Ngân hàng thấy ở bàn làm việc; hệ thống của ngân hàng chưa nhận.'
            : `Hệ thống của ngân hàng nhận lúc ${formatInstant(sentAt)}.`}
        </li>
      ))}
    </ul>
  );
}
