import type { ComponentChildren, VNode } from 'preact';

interface Props {
  readonly id?: string;
  readonly title: string;
  /** Whether the reader opens the part; a link to its id opens it too. */
  readonly folded?: boolean;
  readonly children: ComponentChildren;
}

/** A part of a page with a heading, to which a link can lead. */
export function Section({ id, title, folded = false, children }: Props): VNode {
  if (!folded)
    return (
      <section id={id}>
        <h2 class="govuk-heading-m">{title}</h2>
        {children}
      </section>
    );
  return (
    <details class="govuk-details desk-part">
      <summary class="govuk-details__summary">
        <h2 class="govuk-details__summary-text">{title}</h2>
      </summary>
      <div id={id} class="govuk-details__text">
        {children}
      </div>
    </details>
  );
}
