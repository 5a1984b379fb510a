import { POLICE } from '#shared/domain/notification/receiver.ts';
import { ROLE_LABELS, type Registration } from '#shared/domain/identity/registration.ts';
import { IDENTITY_RESULT_LABELS } from '#shared/domain/notification/dossier/wording.ts';
import { bankNameOf } from '#shared/domain/vietnamese/bank-names.ts';
import { formatDate } from '#shared/domain/vietnamese/dates.ts';
import { formatMoney } from '#shared/domain/vietnamese/money.ts';
import type { AssessedCompany } from '#shared/tables/assessment-item.ts';
import { noticeIdOf } from '#shared/tables/notices.ts';
import type { ComponentChildren } from 'preact';
import type { Visit, ServePagesPorts } from '../ports.ts';
import { companyRecords, AttachmentsSection, OFFICE_READS } from '../attachments/section.tsx';
import { accountsAtBanks } from '../case/gather.ts';
import type { AccountAtBank } from '../bank-accounts/account-at-bank.ts';
import { html, type FormRefusal, type PageAnswer } from '../http/answer.ts';
import { ErrorSummary, SummaryList, Table, Link, LinkLine, Section } from '../layout/components.tsx';
import { Page } from '../layout/page.tsx';
import { VERDICT_LABELS } from '../layout/verdict-labels.ts';
import { enterLookUp } from '../log-shown.ts';
import { notFoundPage } from '../status-pages/plain-pages.tsx';
import { displayValue, labelOf, WORK_KINDS } from '#shared/use-cases/worklist-book.ts';
import { registeredNow } from './registered-now.ts';
import { type OpenTask, tasksOfCompany, taskPath } from '../worklist/open-tasks.ts';

const ACTIVITIES = {
  active: 'Đang hoạt động',
  inactive: 'Không thấy hoạt động',
  suspended: 'Tạm ngừng',
  unknown: 'Chưa rõ',
};

/** A company for the police, flagged or not: its registration, its state with the reasons, its accounts. */
export async function showCompany(visit: Visit, ports: ServePagesPorts): Promise<PageAnswer> {
  const found = await findCompany(visit, ports);
  if (!found) return notFoundPage(ports, visit.officer);
  const { code, company, registration } = found;
  await enterLookUp(lookedUp(code, 'case', ports), POLICE, visit, ports);
  const [accounts, notice] = await Promise.all([
    accountsAtBanks(code, ports),
    ports.notices.get(POLICE, noticeIdOf(POLICE, code)),
  ]);
  const { findings = [], verdict, score, activity, activityReasons = [] } = company ?? {};
  return html(
    <Page title="Doanh nghiệp" assets={ports.assets} officer={visit.officer} path="/police/search">
      <h1 class="govuk-heading-l">{company?.name ?? registration?.name ?? code}</h1>
      {notice && <LinkLine to={`/police/cases/${notice.noticeId}`}>Mở vụ việc</LinkLine>}
      <SummaryList
        entries={[
          ['Mã số doanh nghiệp', code],
          ['Kết luận', verdict === undefined ? 'Chưa đánh giá' : VERDICT_LABELS[verdict]],
          ...(score === undefined ? [] : [['Điểm', `${String(score).replace('.', ',')} trên 100`] as const]),
          ...(activity === undefined
            ? []
            : [['Hoạt động', [ACTIVITIES[activity], ...activityReasons].join('. ')] as const]),
          ...registered(registration),
        ]}
      />
      {company?.onWhoseWord !== undefined && <p class="govuk-inset-text">{company.onWhoseWord}</p>}
      <Section title="Dấu hiệu, nặng nhất trước">
        {findings.length === 0 ? (
          <p class="govuk-body">Không có dấu hiệu nào.</p>
        ) : (
          <ul class="govuk-list govuk-list--bullet">
            {findings
              .toSorted((a, b) => b.weight - a.weight)
              .map(({ message, weight }) => (
                <li>{`${message}${weight < 0 ? ' (giảm nghi ngờ)' : ''}`}</li>
              ))}
          </ul>
        )}
      </Section>
      <People registration={registration} company={company} />
      <Accounts accounts={accounts} />
    </Page>,
    200,
    {
      data: {
        enterpriseCode: code,
        name: company?.name,
        verdict,
        score,
        activity,
        activityReasons,
        findings,
        noticeId: notice?.noticeId,
      },
    },
  );
}

/** A company for the registration office: its registration, and what may have to be put right. */
export async function showRegistered(
  visit: Visit,
  ports: ServePagesPorts,
  { errors = {}, status = 200 }: FormRefusal = {},
): Promise<PageAnswer> {
  const found = await findCompany(visit, ports);
  if (!found) return notFoundPage(ports, visit.officer);
  const { code, company, registration } = found;
  await enterLookUp(lookedUp(code, 'registration', ports), 'office', visit, ports);
  const [tasks, { attachments }] = await Promise.all([
    tasksOfCompany(code, ports),
    ports.caseRecords.of(companyRecords(code)),
  ]);
  return html(
    <Page title="Doanh nghiệp" assets={ports.assets} officer={visit.officer} path="/office/worklist">
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">{company?.name ?? registration?.name ?? code}</h1>
      <SummaryList entries={[['Mã số doanh nghiệp', code], ...registered(registration)]} />
      <People registration={registration} company={undefined} />
      <Tasks tasks={tasks} ports={ports} />
      <AttachmentsSection
        readers={OFFICE_READS}
        attachments={attachments}
        page={`/office/companies/${ports.hash.sealed(code)}`}
      />
    </Page>,
    status,
    {
      errors,
      data: {
        enterpriseCode: code,
        name: company?.name ?? registration?.name,
        tasks: tasks.map(({ taskId, entry }) => ({ taskId, entry })),
        attachments,
      },
    },
  );
}

async function findCompany({ event }: Visit, ports: ServePagesPorts) {
  const code = ports.hash.opened(event.pathParameters?.['code'] ?? '');
  const [assessed, registration] = await Promise.all([ports.assessments.of([code]), registeredNow(code, ports)]);
  const company = assessed.get(code);
  return company || registration ? { code, company, registration } : undefined;
}

const lookedUp = (code: string, purpose: string, { hash }: Pick<ServePagesPorts, 'hash'>) => ({
  what: 'company',
  ref: hash('look-up company', code),
  purpose,
  found: 1,
});

const registered = (registration: Registration | undefined): readonly (readonly [string, ComponentChildren])[] =>
  registration
    ? [
        ['Loại hình', registration.legalForm ?? 'chưa có'],
        ['Trụ sở', registration.headOfficeAddress],
        [
          'Vốn điều lệ',
          registration.charterCapital === undefined ? 'chưa có' : formatMoney(registration.charterCapital),
        ],
        ['Ngày đăng ký', formatDate(registration.registeredOn)],
      ]
    : [];

interface PeopleProps {
  readonly registration: Registration | undefined;
  /** Where the reader may see what the police's data say. */
  readonly company: AssessedCompany | undefined;
}

function People({ registration, company }: PeopleProps) {
  if (!registration) return null;
  return (
    <Table
      caption="Người của doanh nghiệp"
      columns={['Vai trò', 'Họ và tên', ...(company ? ['Đối chiếu với dữ liệu của công an'] : [])]}
      rows={registration.people.map(({ role, fullName }, n) => {
        const result = company?.people[n]?.result;
        return [
          ROLE_LABELS[role],
          fullName,
          ...(company ? [result === undefined ? 'chưa kiểm tra' : IDENTITY_RESULT_LABELS[result]] : []),
        ];
      })}
    />
  );
}

function Accounts({ accounts }: { readonly accounts: readonly AccountAtBank[] }) {
  if (accounts.length === 0) return <p class="govuk-body">Chưa ngân hàng nào báo tài khoản.</p>;
  return (
    <Section title="Tài khoản">
      <ul class="govuk-list">
        {accounts.map(({ accountRef, bank, accountNumber }) => (
          <li>
            <Link to={`/police/accounts/${accountRef}`}>{`${bankNameOf(bank)}, số ${accountNumber}`}</Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Tasks({ tasks, ports }: { readonly tasks: readonly OpenTask[]; readonly ports: ServePagesPorts }) {
  return (
    <Table
      caption="Việc cần làm"
      empty="Không có việc nào."
      columns={['Việc', 'Đang ghi', 'Đề xuất', 'Lý do']}
      rows={tasks.map((task) => [
        <Link to={taskPath(task, ports)}>{`${WORK_KINDS[task.entry.kind]}: ${labelOf(task.entry.field)}`}</Link>,
        displayValue(task.entry.current),
        displayValue(task.entry.proposed),
        task.entry.why,
      ])}
    />
  );
}
