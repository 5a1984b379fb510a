import type { VNode } from 'preact';

/** The checkbox by which a table row is chosen; its label is only for screen readers unless it is named. */
export function RowCheckbox({
  id,
  name,
  value,
  label,
  isChosen,
  isNamed = false,
}: {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly label: string;
  readonly isChosen: boolean;
  readonly isNamed?: boolean;
}): VNode {
  return (
    <div class="govuk-checkboxes govuk-checkboxes--small">
      <div class="govuk-checkboxes__item">
        <input class="govuk-checkboxes__input" type="checkbox" id={id} name={name} value={value} checked={isChosen} />
        <label class="govuk-label govuk-checkboxes__label" for={id}>
          {isNamed ? label : <span class="govuk-visually-hidden">{label}</span>}
        </label>
      </div>
    </div>
  );
}
