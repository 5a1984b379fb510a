import type { EntryKind, PlainEntry } from '#shared/domain/transparency-log/log-entry.ts';
import { POLICE } from '#shared/domain/notification/receiver.ts';
import { foldMarks } from '#shared/domain/vietnamese/text/fold.ts';
import { noticeIdOf } from '#shared/tables/notices.ts';
import { type OfficersEntries, type PlaceInLog, placeOfHead } from '#shared/tables/log.ts';
import { actorOf, entryOf } from '#shared/contracts/log-entries.ts';
import type { Visit, ServePagesPorts } from '../ports.ts';
import { html } from '../http/answer.ts';
import { Table, Link } from '../layout/components.tsx';
import { formatInstant } from '../layout/instant.ts';
import { findIn, typedIn } from '../search/list-search.ts';
import { askedBy, FindInList, listView } from '../layout/list-view.tsx';
import { Page } from '../layout/page.tsx';
import { Pagination } from '../layout/pagination.tsx';

const PATH = '/province/log';
/** The pages of the log of which one page of the desk shows the entries. */
const PAGES_READ = 40;

export const findInLog = findIn(PATH);

/** What each kind of entry is, for those who read who did what. */
const KINDS: Readonly<Record<EntryKind, string>> = {
  'verdict-reached': 'Đánh giá',
  'notice-issued': 'Gửi thông báo',
  'notice-changed': 'Cập nhật thông báo',
  'notice-withdrawn': 'Rút thông báo',
  'notice-expired': 'Thông báo hết hạn',
  'dossier-issued': 'Lập hồ sơ',
  'data-read': 'Xem dữ liệu',
  'decision-taken': 'Quyết định',
  'notice-acknowledged': 'Xác nhận đã nhận',
  'connection-tested': 'Thử kết nối',
  'case-noted': 'Ghi chú',
  'file-attached': 'Đính kèm tệp',
  'release-voted': 'Duyệt trước khi gửi',
  'work-settled': 'Xử lý việc',
  'work-assigned': 'Giao việc',
  'looked-up': 'Tra cứu',
  'review-asked': 'Đề nghị xem lại',
  'review-decided': 'Xem lại',
  'question-asked': 'Hỏi ngân hàng',
  'report-asked': 'Lập báo cáo',
  'operator-acted': 'Vận hành',
  'files-sent': 'Gửi tệp',
  'file-released': 'Quyết định về tệp',
  'heading-confirmed': 'Xác nhận tiêu đề',
  'account-listed': 'Ghi tài khoản nghi vấn',
  'settings-changed': 'Đổi cài đặt',
  'measure-switched': 'Đổi biện pháp',
  'person-erased': 'Xóa dữ liệu một người',
  'key-rotated': 'Đổi khóa',
};

const FILTERS = {
  kind: {
    label: 'Lọc theo việc',
    hidesEmpty: true as const,
    views: {
      all: { label: 'Tất cả', has: () => true },
      ...Object.fromEntries(
        Object.entries(KINDS).map(([kind, label]) => [kind, { label, has: (one: PlainEntry) => one.kind === kind }]),
      ),
    },
  },
};

/** The page of who read and did what, by the verifiable log, the newest first. Reading it is itself entered in the log. */
export async function showLog(visit: Visit, ports: ServePagesPorts) {
  const { officer, event } = visit;
  const asked = askedBy(visit);
  const [{ entries, next }, names, typed] = await Promise.all([
    entriesFrom(placeNamed(asked['from']), ports),
    namesOf(ports),
    typedIn(PATH, visit, ports),
  ]);
  const whoIn = ({ by }: PlainEntry) => names.get(by) ?? by.replace(/^officer:/u, '');
  const view = listView(entries, {
    path: PATH,
    asked,
    filters: FILTERS,
    kept: { from: asked['from'] },
    ...(typed !== '' && {
      sought: { typed, placeOf: (one: PlainEntry) => (isAbout(typed, one, whoIn(one)) ? 0 : undefined) },
    }),
  });
  const { items, paging, place } = view.page(view.shown);
  const at = ports.now().toISOString();
  const by = actorOf({ officer: officer.subject }, 'province');
  const says = { what: 'log', entries: items.length };
  await ports.enter([entryOf({ kind: 'data-read', at, by, says }, { at, request: event.requestContext.requestId })]);
  return html(
    <Page title="Sổ kiểm chứng" assets={ports.assets} officer={officer} path={PATH}>
      <h1 class="govuk-heading-l">Ai đã xem và làm gì</h1>
      <p class="govuk-body">
        Theo sổ kiểm chứng, mới nhất trước. Sổ chỉ có mã, không có tên hay số của người dân. Việc xem trang này cũng
        được ghi.
      </p>
      <FindInList path={PATH} hint="Cán bộ, mã số doanh nghiệp, mã thông báo" formToken={officer.formToken} />
      {view.sought}
      {view.choices('kind')}
      <Table
        caption="Mỗi việc một dòng"
        empty="Không có việc nào ở phần này của sổ."
        columns={['Lúc', 'Ai', 'Việc', 'Về']}
        rows={items.map((one) => [formatInstant(one.at), whoIn(one), KINDS[one.kind], aboutOf(one)])}
      />
      <Pagination {...paging} />
      <p class="govuk-body">
        {next && <Link to={view.hrefOf({ from: `${next.before}.${next.attempt}` })}>Phần cũ hơn của sổ</Link>}
      </p>
    </Page>,
    200,
    {
      data: {
        entries: items.map(({ at: on, by: who, kind, says: said }) => ({ at: on, by: who, kind, says: said })),
        ...(next && { from: `${next.before}.${next.attempt}` }),
        ...place,
      },
    },
  );
}

async function entriesFrom(
  named: PlaceInLog | undefined,
  { log }: Pick<ServePagesPorts, 'log'>,
): Promise<OfficersEntries> {
  const head = named === undefined ? await log.head() : undefined;
  const from = named ?? (head && placeOfHead(head));
  return from ? log.officersEntries(PAGES_READ, from) : { entries: [] };
}

const placeNamed = (text: string | undefined): PlaceInLog | undefined => {
  const { before, attempt } = /^(?<before>\d{1,12})\.(?<attempt>[\w-]{1,64})$/u.exec(text ?? '')?.groups ?? {};
  return before === undefined || attempt === undefined ? undefined : { before: Number(before), attempt };
};

/** The names of the officers of police and office; of others their ids are shown. */
async function namesOf({ tasks }: Pick<ServePagesPorts, 'tasks'>): Promise<ReadonlyMap<string, string>> {
  const known = await Promise.all([tasks.officers('police'), tasks.officers('office')]);
  return new Map(known.flat().map(({ subject, name }) => [`officer:${subject}`, name]));
}

/** Whether an entry is of an officer or about a notice or a company that a text names. */
function isAbout(typed: string, { by, says }: PlainEntry, who: string): boolean {
  const [text, code] = [foldMarks(typed), typed.replaceAll(/[\s-]/gu, '')];
  const sought = /^\d{10,13}$/u.test(code) ? noticeIdOf(POLICE, code) : typed;
  const values = Object.values(says).flat().map(String);
  return foldMarks(`${who} ${by}`).includes(text) || values.some((value) => value.includes(sought));
}

const ABOUT: Readonly<Record<string, string>> = {
  what: 'loại',
  purpose: 'mục đích',
  found: 'kết quả',
  outcome: 'kết luận',
  count: 'số việc',
  noticeId: 'thông báo',
  feed: 'tệp',
  measure: 'biện pháp',
  to: 'sang',
};
const WORDS: Readonly<Record<string, string>> = {
  list: 'danh sách',
  notice: 'thông báo',
  export: 'xuất tệp',
  dossier: 'hồ sơ',
  attachment: 'tệp đính kèm',
  report: 'báo cáo',
  log: 'sổ kiểm chứng',
  company: 'doanh nghiệp',
  account: 'tài khoản',
  number: 'một số',
  text: 'tên, chữ',
  case: 'vụ việc',
  request: 'yêu cầu của cơ quan khác',
  review: 'xem lại',
  registration: 'đăng ký doanh nghiệp',
  confirmed: 'xác nhận',
  dismissed: 'bác bỏ',
};

function aboutOf({ says }: PlainEntry): string {
  const notices = says['notices'];
  return [
    ...Object.entries(ABOUT).flatMap(([key, label]) => {
      const value = says[key];
      return value === undefined ? [] : [`${label}: ${WORDS[String(value)] ?? String(value)}`];
    }),
    ...(Array.isArray(notices) ? [`${notices.length} thông báo: ${notices.slice(0, 3).join(', ')}`] : []),
  ].join('; ');
}
