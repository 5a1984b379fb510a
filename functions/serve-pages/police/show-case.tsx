import type { ComponentChildren } from 'preact';
import { type Dossier, dossierOf } from '#shared/domain/notification/dossier/dossier.ts';
import { policeNoticeOf } from '#shared/domain/notification/dossier/police-notice.ts';
import { DOCUMENTS, FIELDS, RESULTS, ROLES } from '#shared/domain/notification/dossier/wording.ts';
import type { NoticeToPolice } from '#shared/domain/notification/notice/notice.ts';
import { POLICE } from '#shared/domain/notification/receiver.ts';
import { drawNetwork } from '#shared/domain/risk/rings/draw-network.ts';
import { KIND_NAMES } from '#shared/domain/risk/rings/kind-names.ts';
import type { Network } from '#shared/domain/risk/rings/network.ts';
import { formatDate } from '#shared/domain/vietnamese/dates.ts';
import type { Visit } from '../admit.ts';
import { enterShown } from '../enter-visit.ts';
import { html } from '../http/answer.ts';
import { SummaryList, Table } from '../layout/components.tsx';
import { Page } from '../layout/page.tsx';
import { notFoundPage } from '../pages/plain-pages.tsx';
import type { ServePagesPorts } from '../ports.ts';
import { DecisionForm } from './decision-form.tsx';

interface Shown {
  readonly errors?: Readonly<Record<string, string>>;
  readonly status?: number;
}

/** One company: why the police were notified, its people and accounts, and the form of their decision. */
export async function showCase(visit: Visit, ports: ServePagesPorts, { errors = {}, status = 200 }: Shown = {}) {
  const { event, officer, form } = visit;
  const notice = await ports.notices.get(POLICE, event.pathParameters?.['id'] ?? '');
  if (notice?.receiver !== POLICE) return notFoundPage(ports, officer);
  await enterShown([notice], 'notice', POLICE, visit, ports);
  const dossier = dossierOf(policeNoticeOf(notice));
  const last = await ports.replies.lastDecision(POLICE, notice.noticeId);
  const { content, noticeId, sequence } = notice;
  return html(
    <Page title={content.name} assets={ports.assets} officer={officer} path="/police/cases">
      <h1 class="govuk-heading-l">{content.name}</h1>
      <Outline notice={notice} dossier={dossier} />
      <Findings dossier={dossier} />
      <People dossier={dossier} />
      <Accounts dossier={dossier} />
      {content.network && <Ring network={content.network} own={content.enterpriseCode} />}
      <Timeline dossier={dossier} />
      {notice.state === 'in_force' && (
        <DecisionForm
          noticeId={noticeId}
          sequence={sequence}
          after={last?.lastId ?? ''}
          formToken={officer.formToken}
          form={form}
          errors={errors}
        />
      )}
    </Page>,
    status,
  );
}

function Outline({ notice, dossier }: { readonly notice: NoticeToPolice; readonly dossier: Dossier }) {
  const { content, sequence } = notice;
  return (
    <>
      {dossier.withdrawal !== undefined && <p class="govuk-inset-text">{`Đã rút: ${dossier.withdrawal}`}</p>}
      <SummaryList
        entries={[
          ['Mã số doanh nghiệp', content.enterpriseCode],
          ['Ngày đăng ký', formatDate(content.registeredOn)],
          ['Điểm', `${String(content.score).replace('.', ',')} trên 100 (bộ quy tắc ${content.ruleSet})`],
          ['Mức', dossier.level],
          ['Bản số', String(sequence)],
        ]}
      />
    </>
  );
}

const Section = ({ title, children }: { readonly title: string; readonly children: ComponentChildren }) => (
  <section>
    <h2 class="govuk-heading-m">{title}</h2>
    {children}
  </section>
);

/** Each sign with its figures and its law, the heaviest first. */
function Findings({ dossier: { findings, uncounted } }: { readonly dossier: Dossier }) {
  const ordered = [...findings, ...uncounted].toSorted((a, b) => b.finding.weight - a.finding.weight);
  return (
    <Section title="Dấu hiệu">
      {ordered.map(({ finding, figures: own }) => (
        <details class="govuk-details" open={finding.weight > 0}>
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">{finding.message}</span>
          </summary>
          <div class="govuk-details__text">
            <SummaryList
              entries={[
                ...own.map(({ label, value }) => [label, value] as const),
                ['Căn cứ', finding.legalBasis],
                ['Mã dấu hiệu', `${finding.code}, phiên bản ${finding.version}`],
              ]}
            />
          </div>
        </details>
      ))}
    </Section>
  );
}

function People({ dossier: { notice } }: { readonly dossier: Dossier }) {
  const fieldsOf = (fields: Readonly<Record<string, string>>) =>
    Object.entries(FIELDS)
      .filter(([field]) => fields[field] === 'different')
      .map(([, label]) => label)
      .join(', ');
  return (
    <Table
      caption="Nhân thân, đối chiếu với dữ liệu của công an"
      columns={['Vai trò', 'Số giấy tờ', 'Kết quả', 'Khác ở', 'Giấy tờ'].map((label) => ({ label }))}
      rows={notice.people.map((person) => [
        ROLES[person.role],
        person.documentNumber,
        RESULTS[person.result],
        fieldsOf(person.fields),
        person.documentStatus === undefined ? '' : DOCUMENTS[person.documentStatus],
      ])}
    />
  );
}

function Accounts({ dossier: { accounts } }: { readonly dossier: Dossier }) {
  if (accounts.length === 0) return null;
  return (
    <Table
      caption="Tài khoản"
      columns={[{ label: 'Ngân hàng' }, { label: 'Số tài khoản' }, { label: 'Người đại diện tại ngân hàng' }]}
      rows={accounts.map(({ bankName, accountNumber, representativeMismatch }) => [
        bankName,
        accountNumber,
        representativeMismatch ? 'là người khác' : 'trùng khớp hoặc chưa rõ',
      ])}
    />
  );
}

/** The picture, and the same as a table for whoever does not see it. */
function Ring({ network, own }: { readonly network: Network; readonly own: string }) {
  return (
    <Section title="Nhóm doanh nghiệp có liên hệ">
      <div
        class="desk-picture"
        tabIndex={0}
        role="region"
        aria-label="Hình các liên hệ"
        dangerouslySetInnerHTML={{ __html: drawNetwork(network) }}
      />
      <Table
        caption="Các liên hệ trong hình"
        columns={[{ label: 'Dùng chung' }, { label: 'Doanh nghiệp' }, { label: 'Từ ngày' }]}
        rows={network.ties.map(({ kind, companies, since }) => [
          KIND_NAMES[kind],
          companies.map((code) => (code === own ? `${code} (doanh nghiệp này)` : code)).join(', '),
          formatDate(since),
        ])}
      />
    </Section>
  );
}

function Timeline({ dossier: { timeline } }: { readonly dossier: Dossier }) {
  return (
    <Table
      caption="Diễn biến"
      columns={[{ label: 'Ngày' }, { label: 'Việc' }]}
      rows={timeline.map(({ on, what }) => [formatDate(on), what])}
    />
  );
}
