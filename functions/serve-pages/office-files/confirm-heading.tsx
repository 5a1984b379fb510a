import { actorOf, entryOf } from '#shared/contracts/log-entries.ts';
import type { Receipt } from '#shared/contracts/receipt.ts';
import { columnsOf } from '#shared/contracts/feeds/layouts-of.ts';
import { isRowNumber } from '#shared/contracts/feeds/unread-columns.ts';
import { scopesOf } from '#shared/contracts/heading-mapping.ts';
import type { Visit, ServePagesPorts } from '../ports.ts';
import { type HttpAnswer, seeOther } from '../http/answer.ts';
import { Button, Form, Section } from '../layout/components.tsx';
import { Select } from '../layout/fields.tsx';
import { notFoundPage } from '../status-pages/plain-pages.tsx';
import { feedNamed, type FileSender, fileSenderOf, isFileName, type SentFeed } from './file-sender.ts';
import { showReceipt } from './show-receipt.tsx';

const MOST_ASKED = 30;

/** A form for each heading of the file that no column has, by which an officer says once which column it is. */
export function HeadingForms({
  desk,
  feed,
  file,
  receipt: { unknownColumns, lackingColumns = [] },
  formToken,
}: {
  readonly desk: FileSender['desk'];
  readonly feed: SentFeed;
  readonly file: string;
  readonly receipt: Receipt;
  readonly formToken: string;
}) {
  const asked = unknownColumns.filter((heading) => !isRowNumber(heading)).slice(0, MOST_ASKED);
  if (asked.length === 0 || lackingColumns.length === 0) return null;
  return (
    <Section title="Tiêu đề riêng của nơi gửi">
      <p class="govuk-body">
        Xác nhận một lần thì tệp này được đọc lại ngay và các tệp sau cùng nơi gửi không phải hỏi nữa; xác nhận lại để
        đổi. Cột không thuộc mẫu thì bỏ qua.
      </p>
      {asked.map((heading, n) => (
        <Form action={`/${desk}/files/heading`} formToken={formToken} fields={{ feed, file, heading }}>
          <Select
            name="column"
            id={`column-${n}`}
            label={`“${heading}” là cột`}
            options={['', ...lackingColumns.map(({ column }) => column)].map((label) => ({ value: label, label }))}
            value={lackingColumns.find((one) => one.heading === heading)?.column ?? ''}
          />
          <Button kind="secondary">Xác nhận</Button>
        </Form>
      ))}
    </Section>
  );
}

/** Takes an officer's word for what a heading of their files means. */
export async function confirmHeading(visit: Visit, ports: ServePagesPorts): Promise<HttpAnswer> {
  const { form, officer } = visit;
  const sender = fileSenderOf(visit);
  const feed = feedNamed(sender, form.get('feed'));
  const file = form.get('file') ?? '';
  const heading = form.get('heading')?.trim() ?? '';
  const column = form.get('column') ?? '';
  const named = sender.folder + file;
  const drop = isFileName(file) ? await ports.files.newest(feed, named) : undefined;
  if (!drop || heading === '') return notFoundPage(ports, officer);
  if (!columnsOf(feed).includes(column))
    return showReceipt(visit, ports, { errors: { column: 'Hãy chọn cột của mẫu.' }, status: 422 });
  const scope = scopesOf(feed, named).at(-1) ?? feed;
  const at = ports.now().toISOString();
  // A heading may contain personal data, so the log entry has only the column
  const says = { feed, version: drop.version, column };
  const by = actorOf({ officer: officer.subject }, sender.desk);
  await ports.enter([entryOf({ kind: 'heading-confirmed', at, by, says }, { ...says, at })]);
  const confirmed = { scope, headings: { [heading]: column }, by: officer.subject, at, file: named };
  await ports.tellReader([{ bucket: ports.inboxBucket, ...confirmed }]);
  return seeOther(`/${sender.desk}/files?feed=${feed}`);
}
