import { lastDayToAgree } from '#shared/domain/notification/release/taking-back.ts';
import { formatCount } from '#shared/domain/vietnamese/counts.ts';
import { dayInVietnam, formatDate } from '#shared/domain/vietnamese/dates.ts';
import { Button, Form, Table } from '../layout/components.tsx';
import { formatInstant } from '../layout/instant.ts';
import { Section } from '../layout/section.tsx';
import type { Officer } from '../session/session.ts';
import type { WaitingFile } from './waiting-files.ts';
import { TAKING_BACK_LABELS } from './wording.ts';

interface Props {
  readonly waiting: readonly WaitingFile[];
  readonly officer: Officer;
  /** The page on which the section is. */
  readonly page: string;
  /** The address of the vote's form. */
  readonly action: string;
}

/** The decisions to take a file back on which another person has to vote. */
export function WaitingSection({ waiting, officer, page, action }: Props) {
  if (waiting.length === 0) return null;
  return (
    <Section title={`Chờ người thứ hai đồng ý (${waiting.length})`}>
      <p class="govuk-body">
        Khi đủ người đồng ý, các dòng này không còn được tính, doanh nghiệp chỉ có trong tệp không còn được xét, và các
        thông báo dựa vào đó được đề nghị rút.
      </p>
      <Table
        id="vote"
        caption="Mỗi quyết định một dòng"
        columns={[
          { label: 'Tệp' },
          { label: 'Quyết định' },
          { label: 'Lý do' },
          { label: 'Dòng đang tính', numeric: true },
          { label: 'Doanh nghiệp', numeric: true },
          { label: 'Yêu cầu lúc' },
          { label: 'Đồng ý trước hết ngày' },
          { label: 'Việc' },
        ]}
        rows={waiting.map(({ asked, rows, companies, isAgreedTo }) => [
          asked.file,
          TAKING_BACK_LABELS[asked.use],
          asked.why,
          formatCount(rows),
          formatCount(companies),
          formatInstant(asked.askedAt),
          formatDate(lastDayToAgree(dayInVietnam(new Date(asked.askedAt)))),
          <Form action={action} formToken={officer.formToken}>
            <input type="hidden" name="page" value={page} />
            <input type="hidden" name="file" value={asked.file} />
            <input type="hidden" name="revision" value={asked.revision} />
            {isAgreedTo ? (
              <p class="govuk-body">Bạn đã đồng ý: cần người khác đồng ý.</p>
            ) : (
              <Button name="outcome" value="release">
                Đồng ý<span class="govuk-visually-hidden">{`: ${asked.file}`}</span>
              </Button>
            )}
            <Button kind="secondary" name="outcome" value="refuse">
              Từ chối<span class="govuk-visually-hidden">{`: ${asked.file}`}</span>
            </Button>
          </Form>,
        ])}
      />
    </Section>
  );
}
