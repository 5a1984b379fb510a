import { outcomesFor } from '#shared/domain/notification/worklist/office-decision.ts';
import type { WorklistEntry } from '#shared/domain/notification/worklist/worklist-entry.ts';
import { labelOf, displayValue, WORK_KINDS } from '#shared/use-cases/worklist-book.ts';
import type { Visit, ServePagesPorts } from '../ports.ts';
import { companyRecords, AttachmentsSection, OFFICE_READS } from '../attachments/section.tsx';
import { registeredNow } from '../company/registered-now.ts';
import { html, type FormRefusal } from '../http/answer.ts';
import { Radios, typedFields } from '../layout/fields.tsx';
import { Button, ErrorSummary, Form, SummaryList, TextField, Link, LinkLine } from '../layout/components.tsx';
import { Page, Done } from '../layout/page.tsx';
import { notFoundPage } from '../status-pages/plain-pages.tsx';
import { findTask, type OpenTask, taskNamed, taskPath, taskView, VISITS, WORKLIST_PAGE } from './open-tasks.ts';

const CHECKED = [
  { value: 'CO_HOAT_DONG', label: 'Có hoạt động tại trụ sở' },
  { value: 'KHONG_TIM_THAY', label: 'Không tìm thấy tại trụ sở' },
];

/** The papers that the office may take as a draft from an entry's page. */
const DRAFTS: Readonly<Partial<Record<WorklistEntry['kind'], string>>> = {
  post_check: 'Tải dự thảo công văn gửi doanh nghiệp (.docx)',
  revocation: 'Tải dự thảo quyết định (.docx)',
};

/** The page of one entry: the registered value, the proposed one with its reason, and the form of the office's decision. */
export async function showTask(visit: Visit, ports: ServePagesPorts, { errors = {}, status = 200 }: FormRefusal = {}) {
  const { officer, form, event } = visit;
  const found = await findTask(taskNamed(visit, ports), ports);
  if (!found) return notFoundPage(ports, officer);
  const path = taskPath(found, ports);
  const { entry, companyName } = found;
  const isVisit = VISITS.has(entry.kind);
  const [address, { attachments }] = await Promise.all([
    isVisit ? registeredNow(found.enterpriseCode, ports).then((now) => now?.headOfficeAddress) : undefined,
    ports.caseRecords.of(companyRecords(found.enterpriseCode)),
  ]);
  const company = `/office/companies/${ports.hash.sealed(found.enterpriseCode)}`;
  const field = typedFields(form, errors);
  return html(
    <Page title={WORK_KINDS[entry.kind]} assets={ports.assets} officer={officer} path={WORKLIST_PAGE}>
      <Done sentences={{ attached: 'Đã đính kèm tệp.' }} event={event} />
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">{companyName}</h1>
      <Outline found={found} address={address} page={company} />
      {DRAFTS[entry.kind] && <LinkLine to={`${path}/letter`}>{DRAFTS[entry.kind]}</LinkLine>}
      <AttachmentsSection
        readers={OFFICE_READS}
        attachments={attachments}
        page={company}
        attach={{ to: `${path}/attach`, label: isVisit ? 'Chụp ảnh, đính kèm biên bản' : 'Đính kèm văn bản' }}
      />
      <Form action={path} formToken={officer.formToken} fields={{ page: path }}>
        <Radios {...field('outcome', 'Xử lý')} options={outcomesFor(entry).map((outcome) => OPTIONS[outcome])} />
        {entry.kind === 'post_check' && (
          <Radios {...field('checked', 'Kết quả kiểm tra trụ sở (khi đã xử lý)')} options={CHECKED} />
        )}
        {outcomesFor(entry).includes('changed') && (
          <TextField
            {...field(
              'value',
              `Giá trị đúng: ${labelOf(entry.field).toLowerCase()}`,
              'Cần ghi khi chọn “Sửa thành giá trị khác”. Ngày ghi như 31/12/2025.',
            )}
          />
        )}
        <TextField {...field('reason', 'Lý do, căn cứ', 'Cần ghi khi không sửa.')} rows={2} />
        <Button>Ghi nhận</Button>
      </Form>
    </Page>,
    status,
    { errors, data: { ...taskView(found), attachments, outcomes: outcomesFor(entry) } },
  );
}

const OPTIONS = {
  accepted: { value: 'accepted', label: 'Chấp nhận đề xuất' },
  changed: { value: 'changed', label: 'Sửa thành giá trị khác' },
  done: { value: 'done', label: 'Đã xử lý' },
  refused: { value: 'refused', label: 'Không sửa' },
};

function Outline({
  found: { entry, enterpriseCode, task },
  address,
  page,
}: {
  readonly found: OpenTask;
  readonly address: string | undefined;
  /** The address of the company's page. */
  readonly page: string;
}) {
  return (
    <SummaryList
      entries={[
        ['Mã số doanh nghiệp', <Link to={page}>{enterpriseCode}</Link>],
        ...(address === undefined ? [] : ([['Trụ sở', <AddressOnMap address={address} />]] as const)),
        ['Loại việc', WORK_KINDS[entry.kind]],
        ...(entry.person === undefined ? [] : ([['Người liên quan', entry.person]] as const)),
        ['Nội dung', labelOf(entry.field)],
        ...(entry.current === '' ? [] : ([['Đang ghi', displayValue(entry.current)]] as const)),
        ...(entry.proposed === '' ? [] : ([['Đề xuất', displayValue(entry.proposed)]] as const)),
        ['Lý do', entry.why],
        ...(entry.file === undefined ? [] : ([['Đọc từ', `${entry.file}, dòng ${entry.row ?? ''}`]] as const)),
        ['Người nhận việc', task?.assignee?.name ?? 'chưa giao'],
      ]}
    />
  );
}

/** An address with a link to it on a map, which an officer's phone opens on the way. */
const AddressOnMap = ({ address }: { readonly address: string }) => (
  <>
    {address}{' '}
    <a
      class="govuk-link"
      rel="noreferrer"
      href={`https://www.google.com/maps/search/?api=1&query=${encodeURIComponent(address)}`}
    >
      Xem bản đồ
    </a>
  </>
);
