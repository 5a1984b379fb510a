import type { OperatorTask } from '#shared/contracts/operator-task.ts';
import { Form } from '../layout/components.tsx';

interface Props {
  readonly task: OperatorTask;
  /** The page on which the operator asks, and to which the answer leads back. */
  readonly page: string;
  readonly formToken: string;
  /** The label of the button, and the part of it that only a screen reader reads. */
  readonly label: string;
  readonly about: string;
}

/** One button that asks for one task. */
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
