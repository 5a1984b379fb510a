import { formatCount } from '#shared/domain/vietnamese/counts.ts';
import type { Attachment } from '#shared/tables/case-records.ts';
import { Table, numeric } from '../layout/components.tsx';
import { formatInstant } from '../layout/instant.ts';
import { Section } from '../layout/section.tsx';
import { Link, LinkLine } from '../layout/link.tsx';

interface Props {
  readonly page: string;
  readonly attachments: readonly Attachment[];
}

/** The files that officers attached to a case, and the way to attach another. */
export function AttachmentsSection({ page, attachments }: Props) {
  return (
    <Section id="attachments" title={`Tệp đính kèm (${attachments.length})`}>
      {attachments.length > 0 && (
        <Table
          caption="Chỉ công an mở được; không gửi ngân hàng, không vào hồ sơ"
          columns={['Tệp', numeric('KB'), 'Người gửi', 'SHA-256']}
          rows={attachments.map(({ name, bytes, officerName, at, sha256 }) => [
            <Link to={`${page}/attachment?file=${sha256}`}>{name}</Link>,
            formatCount(Math.ceil(bytes / 1024)),
            `${officerName}, ${formatInstant(at)}`,
            sha256.slice(0, 16),
          ])}
        />
      )}
      <LinkLine to={`${page}/attach`}>Đính kèm biên bản, ảnh, văn bản</LinkLine>
    </Section>
  );
}
