import type { ComponentChildren } from 'preact';
import { LEGAL_CLOCKS } from '#shared/domain/vietnamese/legal-clocks.ts';
import type { OfficerName } from '#shared/tables/tasks.ts';
import { Button, TextField } from '../layout/components.tsx';
import { Select } from '../layout/select.tsx';
import type { FieldErrors } from '../http/answer.ts';

interface Props {
  readonly officers: readonly OfficerName[];
  readonly form: URLSearchParams;
  readonly errors: FieldErrors;
  readonly children: ComponentChildren;
}

/** The actions for all chosen lines together. */
export function BulkActions({ officers, form, errors, children }: Props) {
  return (
    <>
      <h2 class="govuk-heading-m">Với các dòng đã chọn</h2>
      {children}
      <div class="govuk-button-group">
        <Button name="act" value="accepted">
          Chấp nhận đề xuất
        </Button>
        <Button name="act" value="done" kind="secondary">
          Đánh dấu đã xử lý
        </Button>
      </div>
      <TextField
        name="reason"
        label="Lý do không sửa"
        hint="Cần ghi khi bấm “Không sửa”."
        value={form.get('reason') ?? ''}
        error={errors['reason']}
      />
      <Button name="act" value="refused" kind="warning">
        Không sửa
      </Button>
      <Select
        name="assignee"
        label="Giao cho"
        value={form.get('assignee') ?? ''}
        options={[
          { value: '', label: 'tôi' },
          ...officers.map(({ subject, name }) => ({ value: subject, label: name })),
        ]}
      />
      <TextField
        name="dueOn"
        label="Hạn"
        hint={`Ví dụ 31/12/2025. Bỏ trống là ${LEGAL_CLOCKS.officeTask.count} ngày làm việc.`}
        value={form.get('dueOn') ?? ''}
        error={errors['dueOn']}
      />
      <Button name="act" value="assign" kind="secondary">
        Giao việc
      </Button>
    </>
  );
}
