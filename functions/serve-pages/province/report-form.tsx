import { Button, Form, Link } from '../layout/components.tsx';
import { SuccessBanner } from '../layout/page.tsx';
import type { Months } from './period-figures.ts';

export const FIGURES_PAGE = '/province/figures';
export const REPORT_PAGE = '/province/report';

interface Props {
  readonly months: Months;
  readonly formToken: string;
  /** Whether the report of these months, which was asked for, is there; undefined where nobody asked on this page. */
  readonly isMade: boolean | undefined;
}

/** Asks for the report of the shown months, and leads to its files. */
export function ReportForm({ months, formToken, isMade }: Props) {
  const words = new URLSearchParams({ ...months }).toString();
  return (
    <>
      {isMade === false && (
        <SuccessBanner>
          {'Báo cáo đang được lập, thường xong trong một phút. '}
          <a class="govuk-notification-banner__link" href={`${FIGURES_PAGE}?${words}&done=report`}>
            Cập nhật
          </a>
        </SuccessBanner>
      )}
      <Form action={REPORT_PAGE} formToken={formToken} fields={{ ...months }}>
        <Button kind="secondary">Lập báo cáo của kỳ này</Button>
      </Form>
      {isMade && (
        <p class="govuk-body">
          {'Báo cáo đã lập: '}
          <Link to={`${REPORT_PAGE}?form=docx&${words}`}>Văn bản (.docx)</Link>
          {', '}
          <Link to={`${REPORT_PAGE}?form=xlsx&${words}`}>Số liệu (.xlsx)</Link>
        </p>
      )}
    </>
  );
}
