import type { ComponentChildren, VNode } from 'preact';
import type { HttpEvent } from '../http/answer.ts';
import { doneSentence } from './done-sentence.ts';

/** The result of the person's last form, if any, which a screen reader reads out when the page opens. */
export function SuccessBanner({ children }: { readonly children: ComponentChildren }): VNode | null {
  if (children === undefined) return null;
  return (
    <div class="govuk-notification-banner govuk-notification-banner--success" role="status">
      <div class="govuk-notification-banner__content">
        <p class="govuk-notification-banner__heading">{children}</p>
      </div>
    </div>
  );
}

/** The banner with the sentence about what was done that the address names, if any. */
export const Done = ({ sentences, event }: DoneProps) => (
  <SuccessBanner>{doneSentence(sentences, event)}</SuccessBanner>
);
interface DoneProps {
  readonly sentences: Readonly<Record<string, string>>;
  readonly event: HttpEvent;
}
