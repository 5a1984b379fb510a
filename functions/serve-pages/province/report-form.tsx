import { Button, Form } from '../layout/components.tsx';
import { SuccessBanner } from '../layout/success-banner.tsx';
import type { Months } from './period-figures.ts';

export const REPORT_PAGE = '/province/report';

interface Props {
  readonly months: Months;
  readonly formToken: string;
  /** Whether the report of these months was just asked for. */
  readonly isAsked: boolean;
}

/** Asks for the report of the shown months, and leads to its files. */
export function ReportForm({ months, formToken, isAsked }: Props) {
  const words = new URLSearchParams({ ...months }).toString();
  return (
    <>
      {isAsked && <SuccessBanner>Báo cáo đang được lập, thường xong trong một phút: tải ở dưới đây.</SuccessBanner>}
      <Form action={REPORT_PAGE} formToken={formToken} fields={{ ...months }}>
        <Button kind="secondary">Lập báo cáo của kỳ này</Button>
      </Form>
      <p class="govuk-body">
        {'Báo cáo đã lập: '}
        <a class="govuk-link" href={`${REPORT_PAGE}?form=docx&${words}`}>
          văn bản (.docx)
        </a>
        {', '}
        <a class="govuk-link" href={`${REPORT_PAGE}?form=xlsx&${words}`}>
          số liệu (.xlsx)
        </a>
      </p>
    </>
  );
}
