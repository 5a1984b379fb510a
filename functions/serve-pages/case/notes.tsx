import { formatInstant } from '../layout/instant.ts';
import type { CaseNote } from '#shared/tables/case-records.ts';
import { Button, Form, TextField } from '../layout/components.tsx';
import { Section } from '../layout/section.tsx';

interface Props {
  readonly page: string;
  readonly notes: readonly CaseNote[];
  readonly formToken: string;
  readonly form: URLSearchParams;
  readonly error: string | undefined;
}

/** The notes of the officers, the latest last, and a form for a new one. */
export function NotesSection({ page, notes, formToken, form, error }: Props) {
  return (
    <Section id="notes" title="Ghi chú nội bộ">
      {notes.length === 0 && <p class="govuk-body">Chưa có ghi chú.</p>}
      {notes.map(({ officerName, at, text }) => (
        <div class="govuk-inset-text">
          <p class="govuk-body desk-note">{text}</p>
          <p class="govuk-hint">{`${officerName}, ${formatInstant(at)}`}</p>
        </div>
      ))}
      <Form action={`${page}/notes`} formToken={formToken}>
        <input type="hidden" name="page" value={page} />
        <TextField
          name="note"
          label="Thêm ghi chú"
          hint="Chỉ công an thấy; không gửi ngân hàng, không vào hồ sơ."
          value={form.get('note') ?? ''}
          error={error}
          rows={3}
        />
        <Button kind="secondary">Lưu ghi chú</Button>
      </Form>
    </Section>
  );
}
