import { Button } from '../layout/components.tsx';

interface Props {
  readonly path: string;
  /** A month as `yyyy-mm`. */
  readonly from: string;
  readonly to: string;
}

/** The form that chooses the months; its address can be bookmarked and shared. */
export function MonthChoice({ path, from, to }: Props) {
  const field = (name: string, label: string, value: string) => (
    <div class="govuk-form-group">
      <label class="govuk-label" for={name}>
        {label}
      </label>
      <input class="govuk-input govuk-input--width-10" id={name} name={name} type="month" value={value} />
    </div>
  );
  return (
    <form method="get" action={path}>
      {field('from', 'Từ tháng (năm-tháng)', from)}
      {field('to', 'Đến tháng', to)}
      <Button kind="secondary">Xem</Button>
    </form>
  );
}
