import { Radios, typedFields } from '../layout/fields.tsx';
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
  const field = typedFields(form, errors);
  return (
    <>
      <Radios
        {...field('outcome', 'Ngân hàng đã')}
        options={[
          { value: 'acted', label: 'Rà soát và xử lý' },
          { value: 'rejected', label: 'Rà soát, không thấy dấu hiệu' },
        ]}
      />
      <Radios
        {...field('accountStatus', 'Trạng thái tài khoản hiện nay')}
        options={Object.entries(STATUSES).map(([value, label]) => ({ value, label }))}
      />
    </>
  );
}
