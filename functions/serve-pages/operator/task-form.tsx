import type { OperatorTask } from '#shared/contracts/operator-task.ts';
import { Form } from '../layout/components.tsx';

interface Props {
  readonly task: OperatorTask;
  /** The page that contains the form and to which the answer redirects. */
  readonly page: string;
  readonly formToken: string;
  /** The label of the button, with a part that only screen readers read. */
  readonly label: string;
  readonly about: string;
}

/** A form with one button that asks for one task. */
export function TaskForm({ task, page, formToken, label, about }: Props) {
  return (
    <Form action="/operator/tasks" formToken={formToken}>
      <input type="hidden" name="page" value={page} />
      {Object.entries(task).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <button type="submit" class="govuk-button govuk-button--secondary desk-row-button">
        {label}
        <span class="govuk-visually-hidden">{` ${about}`}</span>
      </button>
    </Form>
  );
}
