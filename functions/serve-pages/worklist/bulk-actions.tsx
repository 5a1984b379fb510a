import type { ComponentChildren } from 'preact';
import { LEGAL_CLOCKS } from '#shared/domain/vietnamese/legal-clocks.ts';
import type { OfficerName } from '#shared/tables/tasks.ts';
import { Button, TextField } from '../layout/components.tsx';
import { Select, typedFields } from '../layout/fields.tsx';
import type { FieldErrors } from '../http/answer.ts';

interface Props {
  readonly officers: readonly OfficerName[];
  readonly form: URLSearchParams;
  readonly errors: FieldErrors;
  readonly children: ComponentChildren;
}

/** The actions for all chosen lines together. */
export function BulkActions({ officers, form, errors, children }: Props) {
  const field = typedFields(form, errors);
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
      <TextField {...field('reason', 'Lý do không sửa', 'Cần ghi khi bấm “Không sửa”.')} />
      <Button name="act" value="refused" kind="warning">
        Không sửa
      </Button>
      <Select
        {...field('assignee', 'Giao cho')}
        options={[
          { value: '', label: 'tôi' },
          ...officers.map(({ subject, name }) => ({ value: subject, label: name })),
        ]}
      />
      <TextField
        {...field('dueOn', 'Hạn', `Ví dụ 31/12/2025. Bỏ trống là ${LEGAL_CLOCKS.officeTask.count} ngày làm việc.`)}
      />
      <Button name="act" value="assign" kind="secondary">
        Giao việc
      </Button>
    </>
  );
}
