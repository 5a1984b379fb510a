import { Radios } from '../layout/choice-fields.tsx';
import type { FieldErrors } from '../http/answer.ts';

const STATUSES: Readonly<Record<string, string>> = {
  1: 'Đang hoạt động',
  2: 'Tạm ngừng dịch vụ điện tử',
  3: 'Tạm khóa',
  4: 'Phong tỏa theo văn bản của cơ quan có thẩm quyền',
  5: 'Đã đóng',
  99: 'Chưa thu thập',
};

/** What the bank did, and the state of the account, for one notice or for many. */
export function AnswerFields({ form, errors }: { readonly form: URLSearchParams; readonly errors: FieldErrors }) {
  return (
    <>
      <Radios
        name="outcome"
        legend="Ngân hàng đã"
        value={form.get('outcome') ?? undefined}
        error={errors['outcome']}
        options={[
          { value: 'acted', label: 'Rà soát và xử lý' },
          { value: 'rejected', label: 'Rà soát, không thấy dấu hiệu' },
        ]}
      />
      <Radios
        name="accountStatus"
        legend="Trạng thái tài khoản hiện nay"
        value={form.get('accountStatus') ?? undefined}
        error={errors['accountStatus']}
        options={Object.entries(STATUSES).map(([value, label]) => ({ value, label }))}
      />
    </>
  );
}
