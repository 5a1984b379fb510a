import type { NoticeToPolice } from '#shared/domain/notification/notice/notice.ts';
import { drawTimeline } from '#shared/domain/notification/dossier/draw-timeline.ts';
import { DISMISSED } from '#shared/domain/notification/states.ts';
import { POLICE } from '#shared/domain/notification/receiver.ts';
import { dayInWords } from '#shared/domain/notification/dossier/timeline.ts';
import type { Visit, ServePagesPorts } from '../ports.ts';
import { logNoticesShown } from '../log-shown.ts';
import { html, type FormRefusal } from '../http/answer.ts';
import { ErrorSummary, Table, Link, Section } from '../layout/components.tsx';
import { doneSentence, SuccessBanner, Page } from '../layout/page.tsx';
import { formatInstant } from '../layout/instant.ts';
import { Picture } from '../layout/picture.tsx';
import { notFoundPage } from '../status-pages/plain-pages.tsx';
import { AccountsSection } from '../case/accounts.tsx';
import { changesSince, seenStateOf } from '../case/changes.ts';
import { ExportsSection } from '../case/exports.tsx';
import { FindingsSection, SourceFiles } from '../case/source-files.tsx';
import { caseView } from '../case/case-view.ts';
import { gatherCasePage } from '../case/gather.ts';
import { AttachmentsSection } from '../attachments/section.tsx';
import { NotesSection } from '../case/notes.tsx';
import { ObjectionsSection } from '../case/objections.tsx';
import { CaseSummary } from '../case/summary.tsx';
import { PeopleSection } from '../case/people.tsx';
import { RingSection } from '../case/ring.tsx';
import { WaitingWithdrawal, waitingWithdrawalOf } from '../case/waiting-withdrawal.tsx';
import { DecisionForm } from './decision-form.tsx';

const DONE: Readonly<Record<string, string>> = {
  confirmed: 'Đã ghi quyết định: xác nhận.',
  dismissed: 'Đã ghi quyết định: bác bỏ.',
  noted: 'Đã lưu ghi chú.',
  attached: 'Đã đính kèm tệp.',
  settled: 'Đã ghi là làm xong việc được nhờ.',
  objected: 'Đã ghi nhận khiếu nại của doanh nghiệp.',
};

/** The page of one company: why the police were notified, its people and accounts, and the form of the police's decision. */
export async function showCase(visit: Visit, ports: ServePagesPorts, { errors = {}, status = 200 }: FormRefusal = {}) {
  const { event, officer, form } = visit;
  const notice = await ports.notices.get(POLICE, event.pathParameters?.['id'] ?? '');
  if (notice?.receiver !== POLICE) return notFoundPage(ports, officer);
  await logNoticesShown([notice], 'notice', POLICE, visit, ports);
  const [found, reviews, change, requests] = await Promise.all([
    gatherCasePage(notice, ports),
    ports.reviews.ofNotice(notice.noticeId),
    ports.releases.get(notice.noticeId),
    ports.caseRecords.requestsOf(officer.subject),
  ]);
  const withdrawal = waitingWithdrawalOf(change);
  const { dossier, records } = found;
  const { content, noticeId, sequence } = notice;
  const page = `/police/cases/${noticeId}`;
  const seen = records.seenBy.get(officer.subject);
  if (seen?.sequence !== sequence) {
    await ports.caseRecords.markSeen(
      noticeId,
      officer.subject,
      seenStateOf(content, sequence, ports.now().toISOString()),
      ports.expiry(),
    );
  }
  const done = doneSentence(DONE, event);
  const timeline = drawTimeline(dossier.timeline);
  return html(
    <Page title="Vụ việc" assets={ports.assets} officer={officer} path={page}>
      {done !== undefined && (
        <SuccessBanner>
          {done}{' '}
          <a class="govuk-notification-banner__link" href={`/police/next-case?after=${noticeId}`}>
            Vụ việc tiếp theo
          </a>
        </SuccessBanner>
      )}
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">{content.name}</h1>
      <WaitingWithdrawal because={withdrawal} />
      <CaseSummary found={found} officer={officer.subject} />
      {seen && <Changes since={seen.at} changes={changesSince(seen, content)} />}
      <FindingsSection dossier={dossier} />
      <PeopleSection dossier={dossier} />
      <AccountsSection dossier={dossier} accounts={found.accounts} />
      {content.network && (
        <RingSection
          network={content.network}
          own={content.enterpriseCode}
          caseFile={dossier.caseFile}
          notified={found.ring}
          addressOf={(code) => `/police/companies/${ports.hash.sealed(code)}`}
        />
      )}
      <Section id="timeline" title="Diễn biến" folded>
        {timeline !== undefined && <Picture label="Hình diễn biến" svg={timeline} />}
        <Table
          caption="Theo thời gian"
          columns={['Ngày', 'Việc']}
          rows={dossier.timeline.map((one) => [dayInWords(one), one.what])}
        />
      </Section>
      <SourceFiles cited={dossier.caseFile ?? { sources: [] }} />
      <ExportsSection noticeId={noticeId} isInRing={(content.network?.members.length ?? 0) > 1} />
      <ObjectionsSection
        page={page}
        reviews={reviews}
        isInForce={notice.state === 'in_force'}
        formToken={officer.formToken}
        form={form}
        error={errors['objection']}
      />
      <AttachmentsSection
        readers="Chỉ công an mở được; không gửi ngân hàng, không vào hồ sơ"
        attachments={records.attachments}
        page={page}
        attach={{ to: `${page}/attach`, label: 'Đính kèm biên bản, ảnh, văn bản' }}
      />
      <NotesSection
        page={page}
        notes={records.notes}
        requests={requests.filter(({ of }) => of === noticeId)}
        formToken={officer.formToken}
        form={form}
        error={errors['note']}
      />
      {canBeDecided(notice) && (
        <DecisionForm
          noticeId={noticeId}
          sequence={sequence}
          after={found.after}
          ring={found.ring}
          formToken={officer.formToken}
          form={form}
          errors={errors}
        />
      )}
      <DecisionBar noticeId={noticeId} canBeDecided={canBeDecided(notice)} />
    </Page>,
    status,
    { errors, data: { ...caseView(found), withdrawal } },
  );
}

/** What the police have dismissed can be confirmed later. */
const canBeDecided = ({ state, withdrawnBecause }: NoticeToPolice): boolean =>
  state === 'in_force' || withdrawnBecause === DISMISSED;

interface BarProps {
  readonly noticeId: string;
  readonly canBeDecided: boolean;
}

/** What an officer does with a case, always in sight. */
const DecisionBar = ({ noticeId, canBeDecided: canDecide }: BarProps) => (
  <nav class="desk-bar" aria-label="Làm với vụ việc">
    {canDecide && <Link to="#decision">Quyết định</Link>}
    <Link to={`/police/cases/${noticeId}/dossier`}>Hồ sơ để in</Link>
    <Link to={`/police/next-case?after=${noticeId}`}>Vụ tiếp theo</Link>
  </nav>
);

function Changes({ since, changes }: { readonly since: string; readonly changes: readonly string[] }) {
  if (changes.length === 0) return null;
  return (
    <div class="govuk-inset-text">
      <h2 class="govuk-heading-s">{`Thay đổi từ lần bạn xem trước (${formatInstant(since)})`}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {changes.map((change) => (
          <li>{change}</li>
        ))}
      </ul>
    </div>
  );
}
