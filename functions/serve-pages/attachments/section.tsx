import { contentId } from '#shared/runtime/content-id.ts';
import { formatCount } from '#shared/domain/vietnamese/counts.ts';
import type { Attachment } from '#shared/tables/case-records.ts';
import { Table, numeric, Link, LinkLine, Section } from '../layout/components.tsx';
import { formatInstant } from '../layout/instant.ts';

interface Props {
  /** Who alone may open them, as a caption says it. */
  readonly readers: string;
  readonly attachments: readonly Attachment[];
  /** The beginning of the address of each. */
  readonly page: string;
  /** The page with the form for another one. */
  readonly attach?: { readonly to: string; readonly label: string };
}

/** The caption of what the office attached to a company. */
export const OFFICE_READS = 'Chỉ cơ quan đăng ký kinh doanh mở được';

/** The files that officers attached, and the way to attach another. */
export function AttachmentsSection({ readers, attachments, page, attach }: Props) {
  return (
    <Section id="attachments" title={`Tệp đính kèm (${attachments.length})`}>
      {attachments.length > 0 && (
        <Table
          caption={readers}
          columns={['Tệp', numeric('KB'), 'Người gửi', 'SHA-256']}
          rows={attachments.map(({ name, bytes, officerName, at, sha256 }) => [
            <Link to={`${page}/attachment?file=${sha256}`}>{name}</Link>,
            formatCount(Math.ceil(bytes / 1024)),
            `${officerName}, ${formatInstant(at)}`,
            sha256.slice(0, 16),
          ])}
        />
      )}
      {attach && <LinkLine to={attach.to}>{attach.label}</LinkLine>}
    </Section>
  );
}

/** The key of what the office attached to a company. The code of a household business may be a person's number. */
export const companyRecords = (enterpriseCode: string): string => `company#${contentId({ enterpriseCode })}`;
