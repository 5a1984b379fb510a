import { SuspiciousAccount } from '#shared/contracts/replies.ts';
import { bankNameOf } from '#shared/domain/vietnamese/bank-names.ts';
import { bankOf } from '#shared/domain/notification/receiver.ts';
import { formatDate, parseDate } from '#shared/domain/vietnamese/dates.ts';
import { RefusedRequest } from '#shared/use-cases/replies/take-reply.ts';
import { takeSuspiciousAccount } from '#shared/use-cases/replies/take-suspicious-account.ts';
import type { Visit, ServePagesPorts } from '../ports.ts';
import { type HttpAnswer, html, seeOther, type FormRefusal } from '../http/answer.ts';
import { Radios, typedFields } from '../layout/fields.tsx';
import { Button, ErrorSummary, Form, TextField } from '../layout/components.tsx';
import { SuccessBanner, Page } from '../layout/page.tsx';
import { bankOfVisit } from '../session/bank-of-visit.ts';
import { SUSPICION_LABELS } from './suspicions.ts';

const PATH = '/bank/report';

/** The page with the form by which a bank reports an account of its own, or withdraws its report. */
export async function showReport(
  visit: Visit,
  ports: ServePagesPorts,
  { errors = {}, status = 200 }: FormRefusal = {},
) {
  const { event, officer, form } = visit;
  const bank = bankOf(bankOfVisit(visit)) ?? '';
  const field = typedFields(form, errors);
  return html(
    <Page title="Báo tài khoản" assets={ports.assets} officer={officer} path={PATH}>
      {event.queryStringParameters?.['reported'] === 'yes' && <SuccessBanner>Đã ghi nhận tài khoản.</SuccessBanner>}
      <h1 class="govuk-heading-l">Báo tài khoản có dấu hiệu nghi ngờ</h1>
      <p class="govuk-body">{`Tài khoản tại ${bankNameOf(bank)}. Tài khoản của ngân hàng khác do ngân hàng đó báo.`}</p>
      <ErrorSummary errors={errors} />
      <Form action={PATH} formToken={officer.formToken} fields={{ page: PATH }}>
        <TextField {...field('accountNumber', 'Số tài khoản', 'Không nhập số thẻ.')} />
        <Radios
          {...field('code', 'Mã nghi ngờ')}
          options={[
            { value: '0', label: '0. Không còn nghi ngờ: rút lại điều đã báo' },
            ...Object.entries(SUSPICION_LABELS).map(([value, label]) => ({ value, label: `${value}. ${label}` })),
          ]}
        />
        <TextField
          {...field('reason', 'Lý do', 'Bắt buộc với mã 8. Không ghi tên hoặc số giấy tờ của người.')}
          rows={3}
        />
        <TextField {...field('on', 'Từ ngày', `Ví dụ ${formatDate(ports.rulesClock.today())}`)} />
        <TextField {...field('until', 'Đến hết ngày', 'Bỏ trống nếu chưa rõ.')} />
        <Button>Gửi</Button>
      </Form>
    </Page>,
    status,
    { errors },
  );
}

/** Records the report as the API does. */
export async function reportAccount(visit: Visit, ports: ServePagesPorts): Promise<HttpAnswer> {
  const { form, officer } = visit;
  const receiver = bankOfVisit(visit);
  const text = (name: string) => form.get(name)?.trim() ?? '';
  const [on, until] = [parseDate(text('on')), parseDate(text('until'))];
  const errors = {
    ...(text('accountNumber') === '' && { accountNumber: 'Hãy nhập số tài khoản.' }),
    ...(text('code') === '' && { code: 'Hãy chọn mã nghi ngờ.' }),
    ...(text('code') === '8' && text('reason') === '' && { reason: 'Mã 8 cần nêu lý do.' }),
    ...(text('reason').length > 1000 && { reason: 'Lý do dài nhất 1.000 chữ.' }),
    ...(on === undefined && { on: 'Hãy nhập ngày, ví dụ 31/12/2025.' }),
    ...(text('until') !== '' && until === undefined && { until: 'Hãy nhập ngày, ví dụ 31/12/2025.' }),
    ...(on !== undefined && until !== undefined && until < on && { until: 'Ngày kết thúc trước ngày bắt đầu.' }),
  };
  if (Object.keys(errors).length > 0) return showReport(visit, ports, { errors, status: 422 });
  const body = SuspiciousAccount.safeParse({
    bank: bankOf(receiver),
    accountNumber: text('accountNumber'),
    code: Number(text('code')),
    on,
    ...(until !== undefined && { until }),
    ...(text('reason') !== '' && { reason: text('reason') }),
  });
  if (!body.success) {
    return showReport(visit, ports, {
      errors: { accountNumber: 'Biểu mẫu không đúng. Hãy xem lại rồi gửi.' },
      status: 422,
    });
  }
  try {
    await takeSuspiciousAccount(body.data, { receiver, idempotencyKey: undefined, officer: officer.subject }, ports);
  } catch (error) {
    if (!(error instanceof RefusedRequest)) throw error;
    const field = error.code === 'date_in_future' ? 'on' : 'accountNumber';
    return showReport(visit, ports, { errors: { [field]: error.title }, status: error.status });
  }
  return seeOther(`${PATH}?reported=yes`);
}
