import { Checkboxes, Radios, typedFields } from '../layout/fields.tsx';
import { Button, Form, TextField } from '../layout/components.tsx';
import type { RingCase } from '../case/gather.ts';
import type { FieldErrors } from '../http/answer.ts';

interface Props {
  readonly noticeId: string;
  readonly sequence: number;
  /** The last decision when the page was made, by which a later one of another officer is noticed. */
  readonly after: string;
  /** The other cases of the ring, on which the same decision may be made at once. */
  readonly ring: readonly RingCase[];
  readonly formToken: string;
  /** The values that were typed before, where the form is shown again. */
  readonly form: URLSearchParams;
  readonly errors: FieldErrors;
}

/** The form of the police's decision on the shown state of a case and on chosen other cases of its ring. */
export function DecisionForm({ noticeId, sequence, after, ring, formToken, form, errors }: Props) {
  const page = `/police/cases/${noticeId}`;
  const field = typedFields(form, errors);
  const isOpen = (...names: readonly string[]) =>
    names.some((name) => (form.get(name) ?? '') !== '' || errors[name] !== undefined);
  return (
    <section>
      <h2 class="govuk-heading-m" id="decision">
        Quyết định
      </h2>
      <Form action={`${page}/decision`} formToken={formToken} fields={{ page, sequence: String(sequence), after }}>
        <Radios
          {...field('outcome', 'Kết luận')}
          options={[
            { value: 'confirmed', label: 'Xác nhận', hint: 'Thông báo của các ngân hàng liên quan được nâng mức.' },
            {
              value: 'dismissed',
              label: 'Bác bỏ',
              hint: 'Thông báo ở mọi ngân hàng liên quan được rút, trừ tài khoản mà công an đã ghi vào danh sách nghi vấn. Cần nêu lý do.',
            },
          ]}
        />
        <TextField {...field('reason', 'Lý do', 'Không gửi cho ngân hàng.')} rows={3} />
        <TextField
          {...field('recovered', 'Số tiền đã thu hồi, trả lại (đồng)', 'Chỉ của vụ việc này. Bỏ trống nếu chưa có.')}
        />
        <details class="govuk-details" open={isOpen('number', 'date', 'authority', 'forged')}>
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">Có văn bản của cơ quan có thẩm quyền</span>
          </summary>
          <div class="govuk-details__text">
            <TextField {...field('number', 'Số văn bản')} />
            <TextField {...field('date', 'Ngày văn bản', 'Ví dụ 31/12/2025')} />
            <TextField {...field('authority', 'Cơ quan ban hành', 'Bỏ trống là Công an tỉnh.')} />
            <Radios
              {...field('forged', 'Văn bản xác định hồ sơ đăng ký doanh nghiệp là giả mạo')}
              options={[
                { value: '', label: 'Không' },
                { value: 'founding', label: 'Hồ sơ thành lập', hint: 'Cơ quan đăng ký thu hồi giấy chứng nhận.' },
                { value: 'change', label: 'Hồ sơ thay đổi', hint: 'Cơ quan đăng ký khôi phục hồ sơ hợp lệ trước đó.' },
              ]}
            />
          </div>
        </details>
        {ring.length > 0 && (
          <details class="govuk-details" open={isOpen('also')}>
            <summary class="govuk-details__summary">
              <span class="govuk-details__summary-text">
                {`Quyết định cùng lúc vụ việc khác của nhóm (${ring.length})`}
              </span>
            </summary>
            <div class="govuk-details__text">
              <Checkboxes
                name="also"
                label="Doanh nghiệp cùng nhóm nhận cùng kết luận, lý do và văn bản"
                chosen={new Set(form.getAll('also'))}
                error={errors['also']}
                options={ring.map(({ notice, after: known }) => ({
                  value: `${notice.noticeId} ${notice.sequence} ${known}`,
                  label: `${notice.content.name} (${notice.content.enterpriseCode})`,
                  hint: `Điểm ${String(notice.content.score).replace('.', ',')}`,
                }))}
              />
            </div>
          </details>
        )}
        <Button>Ghi quyết định</Button>
      </Form>
    </section>
  );
}
