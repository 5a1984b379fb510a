import type { ComponentChildren } from 'preact';
import { Form } from '../layout/components.tsx';

interface Props {
  /** The fields of the task, but for those that the operator fills in. */
  readonly task: Readonly<Record<string, string>>;
  /** The page that contains the form and to which the answer redirects. */
  readonly page: string;
  readonly formToken: string;
  /** The label of the button, with a part that only screen readers read. */
  readonly label: string;
  readonly about: string;
  /** The fields that the operator fills in. */
  readonly children?: ComponentChildren;
}

/** A form with one button that asks for one task. */
export function TaskForm({ task, page, formToken, label, about, children }: Props) {
  return (
    <Form action="/operator/tasks" formToken={formToken} fields={{ page }}>
      {Object.entries(task).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {children}
      <button type="submit" class="govuk-button govuk-button--secondary desk-row-button">
        {label}
        <span class="govuk-visually-hidden">{` ${about}`}</span>
      </button>
    </Form>
  );
}
