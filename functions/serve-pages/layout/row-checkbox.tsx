interface Props {
  readonly id?: string;
  readonly name: string;
  readonly value: string;
  readonly label: string;
  readonly isChosen: boolean;
}

/**
 * The checkbox by which a table row is chosen, with a label for screen readers. Many rows have one, and pages are sent as
 * they are, so it has no more parts than it needs.
 */
export const RowCheckbox = ({ label, isChosen, ...input }: Props) => (
  <input type="checkbox" class="desk-box" {...input} aria-label={label} checked={isChosen} />
);
