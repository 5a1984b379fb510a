import { agreementRefusal, lastDayOfProposal } from '#shared/domain/notification/release/measure-switch.ts';
import { dayInVietnam, formatDate } from '#shared/domain/vietnamese/dates.ts';
import { pseudonymOf } from '#shared/use-cases/switch-measure.ts';
import type { MeasureRecord } from '#shared/tables/measures.ts';
import { Button, Form, Table, Section } from '../layout/components.tsx';
import { formatInstant } from '../layout/instant.ts';
import type { Officer } from '../session/officer.ts';
import { MEASURE_LABELS, MEASURES_PAGE } from './measure-wording.ts';

interface Props {
  readonly standing: readonly MeasureRecord[];
  readonly officer: Officer;
}

/** The proposed switches on which another person has to vote. */
export function WaitingSwitches({ standing, officer }: Props) {
  const waiting = standing.flatMap(({ measure, revision, proposed }) =>
    proposed ? [{ measure, revision, proposed }] : [],
  );
  if (waiting.length === 0) return null;
  return (
    <Section title={`Chờ người thứ hai đồng ý (${waiting.length})`}>
      <Table
        caption="Mỗi đề xuất một dòng"
        columns={[
          'Biện pháp',
          'Đổi thành',
          'Theo văn bản',
          'Ngày văn bản',
          'Đề xuất lúc',
          'Đồng ý trước hết ngày',
          'Việc',
        ]}
        rows={waiting.map(({ measure, revision, proposed }) => [
          MEASURE_LABELS[measure],
          proposed.to === 'on' ? 'Bật' : 'Tắt',
          proposed.number,
          formatDate(proposed.date),
          formatInstant(proposed.proposedAt),
          formatDate(lastDayOfProposal(dayInVietnam(new Date(proposed.proposedAt)))),
          <Form
            action={`${MEASURES_PAGE}/vote`}
            formToken={officer.formToken}
            fields={{ page: MEASURES_PAGE, measure, revision: String(revision) }}
          >
            {agreementRefusal(pseudonymOf(officer.subject, proposed), proposed) === undefined ? (
              <Button name="outcome" value="agree">
                Đồng ý<span class="govuk-visually-hidden">{`: ${MEASURE_LABELS[measure]}`}</span>
              </Button>
            ) : (
              <p class="govuk-body">Bạn đề xuất: cần người khác đồng ý.</p>
            )}
            <Button kind="secondary" name="outcome" value="take_back">
              Bỏ đề xuất<span class="govuk-visually-hidden">{`: ${MEASURE_LABELS[measure]}`}</span>
            </Button>
          </Form>,
        ])}
      />
    </Section>
  );
}
