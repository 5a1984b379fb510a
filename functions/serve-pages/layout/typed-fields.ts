import type { FieldErrors } from '../http/answer.ts';
/** The label and, if any, the hint of a field, with the text that was typed and its error. */
interface TypedField {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly error: string | undefined;
}

/** Makes the fields of a form that is shown again with the text that was typed and the errors of its fields. */
export const typedFields =
  (form: URLSearchParams, errors: FieldErrors) =>
  (name: string, label: string, hint?: string): TypedField => ({
    name,
    label,
    ...(hint !== undefined && { hint }),
    value: form.get(name) ?? '',
    error: errors[name],
  });
