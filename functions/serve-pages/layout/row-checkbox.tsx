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
  /** The id of a box with a visible label. */
  readonly id?: string;
  readonly name: string;
  readonly value: string;
  readonly label: string;
  readonly isChosen: boolean;
  readonly isNamed?: boolean;
}): VNode {
  // Many rows have one, and pages are sent as they are, so a row's box has no more parts than it needs
  if (!isNamed)
    return (
      <input type="checkbox" class="desk-box" id={id} name={name} value={value} aria-label={label} checked={isChosen} />
    );
  return (
    <div class="govuk-checkboxes govuk-checkboxes--small">
      <div class="govuk-checkboxes__item">
        <input class="govuk-checkboxes__input" type="checkbox" id={id} name={name} value={value} checked={isChosen} />
        <label class="govuk-label govuk-checkboxes__label" for={id}>
          {label}
        </label>
      </div>
    </div>
  );
}
