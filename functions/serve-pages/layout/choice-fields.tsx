import type { VNode } from 'preact';

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
