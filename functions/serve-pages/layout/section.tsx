import type { ComponentChildren, VNode } from 'preact';

/** A part of a page with a heading, to which a link can lead. */
export function Section({
  id,
  title,
  children,
}: {
  readonly id?: string;
  readonly title: string;
  readonly children: ComponentChildren;
}): VNode {
  return (
    <section id={id}>
      <h2 class="govuk-heading-m">{title}</h2>
      {children}
    </section>
  );
}
