import type { Vanished } from '#shared/domain/drops/vanished-rows.ts';
import { vanishedSentence } from '#shared/contracts/feeds/row-contents.ts';

/** What the rows of senders had and have no more, one line each. */
export const VanishedRows = ({ vanished }: { readonly vanished: readonly Vanished[] }) => (
  <>
    {vanished.map((one) => (
      <p class="govuk-inset-text">{vanishedSentence(one)}</p>
    ))}
  </>
);
