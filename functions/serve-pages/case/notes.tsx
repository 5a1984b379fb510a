import type { CaseNote, NoteRequest } from '#shared/tables/case-records.ts';
import { Button, Form, TextField, Section } from '../layout/components.tsx';
import { formatInstant } from '../layout/instant.ts';

interface Props {
  readonly page: string;
  readonly notes: readonly CaseNote[];
  /** What colleagues' notes on the case ask of the reader. */
  readonly requests: readonly NoteRequest[];
  readonly formToken: string;
  readonly form: URLSearchParams;
  readonly error: string | undefined;
}

/** The notes of the officers, the latest last, what they ask of the reader, and a form for a new one. */
export function NotesSection({ page, notes, requests, formToken, form, error }: Props) {
  return (
    <Section id="notes" title="Ghi chú nội bộ">
      {notes.length === 0 && <p class="govuk-body">Chưa có ghi chú.</p>}
      {notes.map(({ officerName, at, text }) => (
        <div class="govuk-inset-text">
          <p class="govuk-body desk-note">{text}</p>
          <p class="govuk-hint">{`${officerName}, ${formatInstant(at)}`}</p>
        </div>
      ))}
      {requests.map(({ entry, officerName, at }) => (
        <Form action={`${page}/notes`} formToken={formToken} fields={{ page, settled: entry }}>
          <p class="govuk-body">{`${officerName} nhờ bạn, ${formatInstant(at)}.`}</p>
          <Button kind="secondary">Đã làm xong việc được nhờ</Button>
        </Form>
      ))}
      <Form action={`${page}/notes`} formToken={formToken} fields={{ page }}>
        <TextField
          name="note"
          label="Thêm ghi chú"
          hint="Chỉ công an thấy; không gửi ngân hàng, không vào hồ sơ. Ghi @ và họ tên đồng nghiệp để nhờ người đó."
          value={form.get('note') ?? ''}
          error={error}
          rows={3}
        />
        <Button kind="secondary">Lưu ghi chú</Button>
      </Form>
    </Section>
  );
}
