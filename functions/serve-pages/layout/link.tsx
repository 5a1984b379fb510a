import type { ComponentChildren } from 'preact';

export const Link = ({ to, children }: { readonly to: string; readonly children: ComponentChildren }) => (
  <a class="govuk-link" href={to}>
    {children}
  </a>
);
