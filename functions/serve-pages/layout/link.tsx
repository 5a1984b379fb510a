import type { ComponentChildren } from 'preact';

interface Props {
  readonly to: string;
  readonly children: ComponentChildren;
}

export const Link = ({ to, children }: Props) => (
  <a class="govuk-link" href={to}>
    {children}
  </a>
);

/** A link that is a line of its own. */
export const LinkLine = (link: Props) => (
  <p class="govuk-body">
    <Link {...link} />
  </p>
);
