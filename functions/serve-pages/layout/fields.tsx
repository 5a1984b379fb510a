import type { VNode } from 'preact';
import type { FieldErrors } from '../http/answer.ts';

interface ChoiceGroup {
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string; readonly hint?: string }[];
  readonly error?: string | undefined;
}

/** A field for one of several choices, as radio buttons. */
export function Radios({ value, ...choices }: ChoiceGroup & { readonly value?: string | undefined }): VNode {
  return <ChoiceField {...choices} type="radio" boxes="govuk-radios" isChosen={(one) => one === value} />;
}

/** A field for any number of choices, as checkboxes. */
export function Checkboxes({ chosen, ...choices }: ChoiceGroup & { readonly chosen: ReadonlySet<string> }): VNode {
  return (
    <ChoiceField
      {...choices}
      type="checkbox"
      boxes="govuk-checkboxes"
      size=" govuk-checkboxes--small"
      isChosen={(one) => chosen.has(one)}
    />
  );
}

function ChoiceField({
  name,
  label: legend,
  options,
  error,
  type,
  boxes,
  size = '',
  isChosen,
}: ChoiceGroup & {
  readonly type: 'radio' | 'checkbox';
  /** The class name of the design system from which the class names of the parts are made. */
  readonly boxes: string;
  readonly size?: string;
  readonly isChosen: (value: string) => boolean;
}): VNode {
  return (
    <div class={`govuk-form-group${error ? ' govuk-form-group--error' : ''}`}>
      <fieldset class="govuk-fieldset" aria-describedby={error ? `${name}-error` : undefined}>
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{legend}</legend>
        {error && (
          <p id={`${name}-error`} class="govuk-error-message">
            {error}
          </p>
        )}
        <div class={boxes + size}>
          {options.map(({ value, label, hint }, n) => (
            <div class={`${boxes}__item`}>
              <input
                class={`${boxes}__input`}
                id={n === 0 ? name : `${name}-${n}`}
                name={name}
                type={type}
                value={value}
                checked={isChosen(value)}
              />
              <label class={`govuk-label ${boxes}__label`} for={n === 0 ? name : `${name}-${n}`}>
                {label}
              </label>
              {hint && <div class={`govuk-hint ${boxes}__hint`}>{hint}</div>}
            </div>
          ))}
        </div>
      </fieldset>
    </div>
  );
}

interface Props {
  readonly name: string;
  /** The field's id where a page has several forms with this field; the field's name otherwise. */
  readonly id?: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value: string;
  readonly error?: string | undefined;
}

/** A field for one choice of a list that is too long for radio buttons. */
export function Select({ name, id = name, label, options, value, error }: Props): VNode {
  return (
    <div class={`govuk-form-group${error ? ' govuk-form-group--error' : ''}`}>
      <label class="govuk-label" for={id}>
        {label}
      </label>
      {error && (
        <p id={`${id}-error`} class="govuk-error-message">
          {error}
        </p>
      )}
      <select class="govuk-select" id={id} name={name} aria-describedby={error ? `${id}-error` : undefined}>
        {options.map((option) => (
          <option value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

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
