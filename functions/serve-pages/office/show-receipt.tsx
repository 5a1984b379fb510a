import { formatCount } from '#shared/domain/vietnamese/counts.ts';
import { LAYOUTS } from '#shared/contracts/feeds/layouts.ts';
import { outboxKey } from '#shared/contracts/outbox-key.ts';
import { Receipt, type RepairGroup } from '#shared/contracts/receipt.ts';
import { RECEIPT_ENDING } from '#shared/contracts/receipt-key.ts';
import { parseJson } from '#shared/runtime/parse-json.ts';
import type { Visit } from '../admit.ts';
import { html, type PageAnswer } from '../http/answer.ts';
import { SummaryList, Table } from '../layout/components.tsx';
import { Page } from '../layout/page.tsx';
import { Section } from '../layout/section.tsx';
import { notFoundPage } from '../pages/plain-pages.tsx';
import type { ServePagesPorts } from '../ports.ts';
import { isOfOffice, type OfficeFeed, officeFeedOf } from './office-feeds.ts';

/** A sender may use one name for every month, so nobody can tell wrong rows from those of another month (ADR 90). */
const FORMER_ROWS_STAY =
  'Đã có tệp cùng tên gửi trước. Dòng nào nói về cùng doanh nghiệp, tài khoản, người và kỳ thì theo tệp này; dòng cũ về doanh nghiệp, tài khoản, kỳ khác mà tệp này không có thì vẫn được tính. Nếu cả tệp trước là sai (ví dụ nhầm năm, nhầm nơi), hãy báo người vận hành.';

/** The page of one file's receipt in words: what was read, why anything was not, and what was repaired. */
export async function showReceipt({ event, officer }: Visit, ports: ServePagesPorts): Promise<PageAnswer> {
  const { feed: asked, file = '' } = event.queryStringParameters ?? {};
  const feed = officeFeedOf(asked);
  const progress = isOfOffice(file) ? await ports.files.progress(feed, file) : undefined;
  const text = progress
    ? await ports.objects.read(ports.outboxBucket, `${outboxKey(feed, file)}${RECEIPT_ENDING}`)
    : undefined;
  const receipt = Receipt.safeParse(parseJson(text ?? '')).data;
  if (!receipt) return notFoundPage(ports, officer);
  const href = (what: string) => `/office/files/result?feed=${feed}&file=${encodeURIComponent(file)}&what=${what}`;
  return html(
    <Page title="Biên nhận" assets={ports.assets} officer={officer} path="/office/files">
      <h1 class="govuk-heading-l">{`Biên nhận: ${file}`}</h1>
      {receipt.error && <p class="govuk-inset-text">{receipt.error.message}</p>}
      {progress?.again === true && <p class="govuk-inset-text">{FORMER_ROWS_STAY}</p>}
      <SummaryList
        entries={[
          ['Dòng đã đọc', formatCount(receipt.read)],
          ['Nhận', formatCount(receipt.accepted)],
          ['Từ chối', formatCount(receipt.rejected)],
          ['Ô tự sửa', formatCount(receipt.repaired)],
          ...(receipt.companies === undefined ? [] : [['Doanh nghiệp', formatCount(receipt.companies)] as const]),
          ...listed('Cột không dùng đến', receipt.unknownColumns),
          ...listed('Trang tính không dùng đến', receipt.skippedSheets),
          ...listed('Chưa đến ngày đăng ký, thay đổi nên chưa xét', receipt.registeredLater),
          ...(receipt.released ? [['Được tính theo quyết định', receipt.released.why] as const] : []),
          ['SHA-256 của tệp', receipt.sha256],
        ]}
      />
      {receipt.repairedAlike && <Repairs feed={feed} repairs={receipt.repairedAlike} />}
      <ul class="govuk-list">
        {receipt.rejected > 0 && (
          <li>
            <a class="govuk-link" href={href('rejected')}>
              Tệp có đánh dấu lỗi
            </a>
          </li>
        )}
        <li>
          <a class="govuk-link" href={href('receipt')}>
            Tải biên nhận (.json)
          </a>
        </li>
        <li>
          <a class="govuk-link" href={`/office/files?feed=${feed}`}>
            Tệp đã gửi
          </a>
        </li>
      </ul>
    </Page>,
    200,
    { data: receipt },
  );
}

const MOST_NAMED = 20;

function listed(label: string, names: readonly string[] | undefined): (readonly [string, string])[] {
  if (names === undefined || names.length === 0) return [];
  const more = names.length > MOST_NAMED ? ` và ${formatCount(names.length - MOST_NAMED)} mục khác` : '';
  return [[label, `${names.slice(0, MOST_NAMED).join(', ')}${more}`]];
}

/** The repairs that many cells needed; single repairs are entries of the worklist. */
function Repairs({ feed, repairs }: { readonly feed: OfficeFeed; readonly repairs: readonly RepairGroup[] }) {
  const columns = LAYOUTS[feed].flatMap((layout) => layout.columns);
  const labelOf = (field: string) => columns.find(({ key }) => key === field)?.label ?? field;
  return (
    <Section title="Tự sửa giống nhau ở nhiều ô">
      <Table
        caption="Mỗi cách sửa một dòng"
        columns={[
          { label: 'Cột' },
          { label: 'Vì sao' },
          { label: 'Số ô', numeric: true },
          { label: 'Dòng đầu', numeric: true },
          { label: 'Đang ghi' },
          { label: 'Sửa thành' },
        ]}
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
