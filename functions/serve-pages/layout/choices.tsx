import type { VNode } from 'preact';

interface Choice {
  readonly label: string;
  readonly href: string;
  readonly isChosen: boolean;
}

/** Links between the views of one list, with the open one marked. */
export function Choices({ label, choices }: { readonly label: string; readonly choices: readonly Choice[] }): VNode {
  return (
    <nav aria-label={label}>
      <ul class="govuk-list desk-contents">
        {choices.map((choice) => (
          <li>
            <a class="govuk-link" href={choice.href} aria-current={choice.isChosen ? 'true' : undefined}>
              {choice.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
