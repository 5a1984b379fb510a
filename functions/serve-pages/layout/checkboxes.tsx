import type { VNode } from 'preact';

/** Several of many, each a box of its own line. */
export function Checkboxes({
  name,
  legend,
  options,
  chosen,
  error,
}: {
  readonly name: string;
  readonly legend: string;
  readonly options: readonly { readonly value: string; readonly label: string; readonly hint?: string }[];
  readonly chosen: ReadonlySet<string>;
  readonly error?: string | undefined;
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
        <div class="govuk-checkboxes govuk-checkboxes--small">
          {options.map(({ value, label, hint }, n) => (
            <div class="govuk-checkboxes__item">
              <input
                class="govuk-checkboxes__input"
                id={n === 0 ? name : `${name}-${n}`}
                name={name}
                type="checkbox"
                value={value}
                checked={chosen.has(value)}
              />
              <label class="govuk-label govuk-checkboxes__label" for={n === 0 ? name : `${name}-${n}`}>
                {label}
              </label>
              {hint && <div class="govuk-hint govuk-checkboxes__hint">{hint}</div>}
            </div>
          ))}
        </div>
      </fieldset>
    </div>
  );
}
