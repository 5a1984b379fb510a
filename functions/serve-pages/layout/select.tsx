import type { VNode } from 'preact';

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
