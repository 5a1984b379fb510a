import { formatCount } from '#shared/domain/vietnamese/counts.ts';
import { LAYOUTS } from '#shared/contracts/feeds/layouts.ts';
import { unreadColumnsSentence } from '#shared/contracts/feeds/unread-columns.ts';
import { Receipt, RECEIPT_ENDING, type RepairGroup } from '#shared/contracts/receipt.ts';
import { parseJson } from '#shared/runtime/parse-json.ts';
import { isCounting } from '#shared/domain/drops/drop-states.ts';
import type { Visit, ServePagesPorts } from '../ports.ts';
import { type FieldErrors, html, type PageAnswer, type FormRefusal } from '../http/answer.ts';
import {
  Button,
  ErrorSummary,
  Form,
  SummaryList,
  Table,
  TextField,
  numeric,
  Link,
  Section,
} from '../layout/components.tsx';
import { formatInstant } from '../layout/instant.ts';
import { Page } from '../layout/page.tsx';
import { notFoundPage } from '../status-pages/plain-pages.tsx';
import { HeadingForms } from './heading-forms.tsx';
import { FilesAlike, filesAlike } from './files-alike.tsx';
import { feedNamed, fileSenderOf, isFileName, resultsOf, type SentFeed } from './file-sender.ts';
import { typedFields } from '../layout/fields.tsx';

/** A sender may use one name for every month, so nobody can tell wrong rows from those of another month. */
const FORMER_ROWS_STAY =
  'Đã có tệp cùng tên gửi trước. Dòng nào nói về cùng doanh nghiệp, tài khoản, người và kỳ thì theo tệp này; dòng cũ về doanh nghiệp, tài khoản, kỳ khác mà tệp này không có thì vẫn được tính. Nếu cả tệp trước là sai (ví dụ nhầm năm, nhầm nơi), hãy chọn “Chỉ tính lần gửi cuối” ở cuối trang.';

/** The page of one file's receipt in words: what was read, why anything was not, and what was repaired. */
export async function showReceipt(
  visit: Visit,
  ports: ServePagesPorts,
  { errors = {}, status = 200 }: FormRefusal = {},
): Promise<PageAnswer> {
  const { event, officer, form } = visit;
  const sender = fileSenderOf(visit);
  const { desk } = sender;
  const path = `/${desk}/files`;
  const asked = event.queryStringParameters ?? {};
  const feed = feedNamed(sender, asked['feed'] ?? form.get('feed'));
  const file = asked['file'] ?? form.get('file') ?? '';
  const [progress, ...earlier] = isFileName(file) ? await ports.files.ofName(feed, sender.folder + file) : [];
  const text = progress
    ? await ports.objects.read(ports.outboxBucket, `${resultsOf(sender, feed, file)}${RECEIPT_ENDING}`)
    : undefined;
  const receipt = Receipt.safeParse(parseJson(text ?? '')).data;
  if (!receipt) return notFoundPage(ports, officer);
  const unread = unreadColumnsSentence(receipt);
  const isAgain = earlier.some(({ state }) => isCounting(state));
  const alike = filesAlike(file, await ports.files.ofFeed(feed), sender);
  const href = (what: string) => `${path}/result?feed=${feed}&file=${encodeURIComponent(file)}&what=${what}`;
  return html(
    <Page title="Biên nhận" assets={ports.assets} officer={officer} path={path}>
      <h1 class="govuk-heading-l">{`Biên nhận: ${file}`}</h1>
      <ErrorSummary errors={errors} />
      {receipt.error && <p class="govuk-inset-text">{receipt.error.message}</p>}
      {unread !== undefined && <p class="govuk-inset-text">{unread}</p>}
      {receipt.asks !== undefined && <p class="govuk-inset-text">{receipt.asks}</p>}
      {isAgain && <p class="govuk-inset-text">{FORMER_ROWS_STAY}</p>}
      <FilesAlike desk={desk} feed={feed} files={alike} />
      <SummaryList
        entries={[
          ['Dòng đã đọc', formatCount(receipt.read)],
          ['Nhận', formatCount(receipt.accepted)],
          ['Từ chối', formatCount(receipt.rejected)],
          ...counted('Nhận, chờ đến ngày ghi trong dòng (sau ngày chạy)', receipt.waiting),
          ...counted('Nhận, không lưu vì không nói về doanh nghiệp nào', receipt.unused),
          ['Ô tự sửa', formatCount(receipt.repaired)],
          ...(receipt.companies === undefined ? [] : [['Doanh nghiệp', formatCount(receipt.companies)] as const]),
          ...listed('Cột không dùng đến', receipt.unknownColumns),
          ...listed(
            'Tiêu đề đã xác nhận',
            receipt.confirmedHeadings?.map(
              ({ heading, column, by, at }) => `“${heading}” là “${column}” (${by}, ${formatInstant(at)})`,
            ),
          ),
          ...listed('Trang tính không dùng đến', receipt.skippedSheets),
          ...listed('Ngày đăng ký, thay đổi sau ngày chạy nên chưa xét', receipt.registeredLater),
          ...(receipt.released ? [['Được tính theo quyết định', receipt.released.why] as const] : []),
          ...(receipt.leftOut ? [['Đã bỏ theo quyết định', receipt.leftOut.why] as const] : []),
          ...(receipt.replacesEarlier ? [['Thay cả lần gửi trước', receipt.replacesEarlier.why] as const] : []),
          ['SHA-256 của tệp', receipt.sha256],
        ]}
      />
      <HeadingForms desk={desk} feed={feed} file={file} receipt={receipt} formToken={officer.formToken} />
      {receipt.rejectedFirst && <RejectedRows receipt={receipt} rows={receipt.rejectedFirst} />}
      {receipt.repairedAlike && <Repairs feed={feed} repairs={receipt.repairedAlike} />}
      <ul class="govuk-list">
        {receipt.rejected > 0 && (
          <li>
            <Link to={href('rejected')}>Tệp có đánh dấu lỗi</Link>
          </li>
        )}
        <li>
          <Link to={href('receipt')}>Tải biên nhận (.json)</Link>
        </li>
        <li>
          <Link to={`${path}?feed=${feed}`}>Tệp đã gửi</Link>
        </li>
      </ul>
      {desk === 'office' && (progress?.state === 'read' || progress?.state === 'unreadable') && (
        <Decision isAgain={isAgain} feed={feed} file={file} formToken={officer.formToken} form={form} errors={errors} />
      )}
    </Page>,
    status,
    { errors, data: receipt },
  );
}

/** The form by which an officer takes back a wrong file, or what earlier files of its name said. */
function Decision({
  isAgain,
  feed,
  file,
  formToken,
  form,
  errors,
}: {
  /** Whether rows of earlier files of the name may count. */
  readonly isAgain: boolean;
  readonly feed: SentFeed;
  readonly file: string;
  readonly formToken: string;
  /** The values that were typed before. */
  readonly form: URLSearchParams;
  readonly errors: FieldErrors;
}) {
  const field = typedFields(form, errors);
  return (
    <Section title="Nếu tệp sai">
      <p class="govuk-body">
        Tệp đã bỏ thì mọi dòng của tệp và của các lần gửi trước cùng tên không được tính; kết luận và thông báo được xét
        lại. Tệp đúng thì gửi lại như thường.
      </p>
      <Form action="/office/files/release" formToken={formToken} fields={{ page: '/office/files/receipt', feed, file }}>
        <TextField {...field('why', 'Lý do')} />
        <div class="govuk-button-group">
          {isAgain && (
            <Button name="use" value="alone" kind="secondary">
              Chỉ tính lần gửi cuối
            </Button>
          )}
          <Button name="use" value="none" kind="warning">
            Bỏ cả tệp này
          </Button>
        </div>
      </Form>
    </Section>
  );
}

const MOST_NAMED = 20;

const counted = (label: string, count = 0): (readonly [string, string])[] =>
  count === 0 ? [] : [[label, formatCount(count)]];

function listed(label: string, names: readonly string[] | undefined): (readonly [string, string])[] {
  if (names === undefined || names.length === 0) return [];
  const more = names.length > MOST_NAMED ? ` và ${formatCount(names.length - MOST_NAMED)} mục khác` : '';
  return [[label, `${names.slice(0, MOST_NAMED).join(', ')}${more}`]];
}

interface RejectedProps {
  readonly receipt: Receipt;
  readonly rows: NonNullable<Receipt['rejectedFirst']>;
}

/** The first rejected rows with their reasons, which an officer needs no file for. */
const RejectedRows = ({ receipt: { rejected }, rows }: RejectedProps) => (
  <Table
    caption={
      rows.length < rejected ? `${rows.length} lỗi đầu; ${formatCount(rejected)} dòng bị từ chối` : 'Dòng bị từ chối'
    }
    columns={['Dòng', 'Cột', 'Đang ghi', 'Lý do']}
    rows={rows.map(({ sheet, row, column, value, message }) => [
      [sheet, row].filter((part) => part !== undefined).join(', dòng '),
      column,
      value,
      message,
    ])}
  />
);

/** The repairs that many cells needed; single repairs are entries of the worklist. */
function Repairs({ feed, repairs }: { readonly feed: SentFeed; readonly repairs: readonly RepairGroup[] }) {
  const columns = LAYOUTS[feed].flatMap((layout) => layout.columns);
  const labelOf = (field: string) => columns.find(({ key }) => key === field)?.label ?? field;
  return (
    <Section title="Tự sửa giống nhau ở nhiều ô">
      <Table
        caption="Mỗi cách sửa một dòng"
        columns={['Cột', 'Vì sao', numeric('Số ô'), numeric('Dòng đầu'), 'Đang ghi', 'Sửa thành']}
        rows={repairs.map(({ field, why, count: cells, firstRow, current, proposed }) => [
          labelOf(field),
          why,
          formatCount(cells),
          String(firstRow),
          current,
          proposed,
        ])}
      />
    </Section>
  );
}
