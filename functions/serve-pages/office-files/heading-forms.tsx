import type { Receipt } from '#shared/contracts/receipt.ts';
import { isRowNumber } from '#shared/contracts/feeds/unread-columns.ts';
import { Button, Form, Section } from '../layout/components.tsx';
import { Select } from '../layout/fields.tsx';
import type { FileSender, SentFeed } from './file-sender.ts';

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
