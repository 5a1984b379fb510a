import type { DirectedMeasures } from '#shared/contracts/directed-measures.ts';
import { MEASURES, type Measure } from '#shared/domain/risk/measure.ts';
import { formatDate } from '#shared/domain/vietnamese/dates.ts';
import type { Visit } from '../admit.ts';
import { html } from '../http/answer.ts';
import { Table, Tag } from '../layout/components.tsx';
import { Page } from '../layout/page.tsx';
import type { ServePagesPorts } from '../ports.ts';

const PATH = '/province/measures';
const NAMES: Readonly<Record<Measure, string>> = {
  suspiciousAccounts: 'Báo ngân hàng theo danh sách tài khoản nghi ngờ',
  accountReview: 'Đề nghị ngân hàng rà soát tài khoản có người đại diện khác đăng ký',
  foreignIp: 'Tính dấu hiệu truy cập từ nước ngoài',
};

/** What the plan allows only "khi có chỉ đạo": whether it is on, and by which document. */
export async function showMeasures({ officer }: Visit, ports: ServePagesPorts) {
  return html(
    <Page title="Biện pháp" assets={ports.assets} officer={officer} path={PATH}>
      <h1 class="govuk-heading-l">Biện pháp chỉ thực hiện khi có chỉ đạo</h1>
      <Table
        caption="Mỗi biện pháp một dòng"
        columns={['Biện pháp', 'Tình trạng', 'Văn bản chỉ đạo', 'Ngày văn bản'].map((label) => ({ label }))}
        rows={MEASURES.map((measure) => row(measure, ports.measures[measure]))}
      />
      <p class="govuk-body">
        Bật hoặc tắt một biện pháp cần văn bản: người vận hành ghi số và ngày văn bản vào cấu hình của hệ thống rồi
        triển khai. Sau đó mọi doanh nghiệp được đánh giá lại, thông báo không còn căn cứ được rút, và thay đổi được ghi
        vào sổ kiểm chứng.
      </p>
    </Page>,
    200,
    { data: { measures: ports.measures } },
  );
}

function row(measure: Measure, directedBy: DirectedMeasures[Measure]) {
  if (directedBy === 'off') return [NAMES[measure], <Tag colour="grey">Tắt</Tag>, 'chưa có văn bản', ''];
  return [NAMES[measure], <Tag colour="green">Bật</Tag>, directedBy.number, formatDate(directedBy.date)];
}
