import type { ComponentChildren, VNode } from 'preact';

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
