import { BANK_QUESTIONS } from '#shared/domain/notification/bank-questions.ts';
import { SUSPICION_LABELS } from '../bank/suspicions.ts';
import { Checkboxes } from '../layout/choice-fields.tsx';
import { Button, Form, TextField } from '../layout/components.tsx';
import { Section } from '../layout/section.tsx';
import { Select } from '../layout/select.tsx';
import { typedFields } from '../layout/typed-fields.ts';
import type { FieldErrors } from '../http/answer.ts';

interface Props {
  readonly path: string;
  readonly formToken: string;
  readonly form: URLSearchParams;
  readonly errors: FieldErrors;
}

/** The forms by which the police list an account as suspicious or clear it. */
export function ListAccountForm({ path, formToken, form, errors }: Props) {
  const field = typedFields(form, errors);
  return (
    <Section id="list" title="Danh sách nghi vấn">
      <Form action={`${path}/listing`} formToken={formToken}>
        <input type="hidden" name="page" value={path} />
        <Select
          name="code"
          label="Mã nghi ngờ"
          value={form.get('code') ?? ''}
          error={errors['code']}
          options={[
            { value: '', label: 'chọn mã' },
            { value: '0', label: '0: bỏ khỏi danh sách' },
            ...Object.entries(SUSPICION_LABELS).map(([code, label]) => ({ value: code, label: `${code}: ${label}` })),
          ]}
        />
        <TextField
          {...field('reason', 'Lý do', 'Cần ghi với mã 8 và khi bỏ khỏi danh sách. Không gửi cho ngân hàng.')}
        />
        <TextField {...field('until', 'Ngày hết hạn', 'Ví dụ 31/12/2026. Bỏ trống là theo thời hạn chung.')} />
        <Button>Ghi vào danh sách</Button>
      </Form>
    </Section>
  );
}

/** The form by which the police ask the account's bank. The bank reads and answers the questions beside its notice. */
export function AskBankForm({ path, formToken, form, errors }: Props) {
  return (
    <Section id="questions" title="Hỏi ngân hàng">
      <Form action={`${path}/questions`} formToken={formToken}>
        <input type="hidden" name="page" value={path} />
        <Checkboxes
          name="ask"
          legend="Đề nghị ngân hàng cho biết"
          chosen={new Set(form.getAll('ask'))}
          error={errors['ask']}
          options={Object.entries(BANK_QUESTIONS).map(([value, label]) => ({ value, label }))}
        />
        <Button kind="secondary">Gửi câu hỏi</Button>
      </Form>
    </Section>
  );
}
