/** A drawing of our own, which scrolls in its frame where it is wider than the screen. @param svg well-formed SVG */
export function Picture({ label, svg }: { readonly label: string; readonly svg: string }) {
  return (
    <div class="desk-picture" tabIndex={0} role="region" aria-label={label} dangerouslySetInnerHTML={{ __html: svg }} />
  );
}

/** A drawing whose label is also a line above it. */
export const Figure = ({ label, svg }: { readonly label: string; readonly svg: string }) => (
  <figure class="desk-figure">
    <figcaption class="govuk-body">{label}</figcaption>
    <Picture label={label} svg={svg} />
  </figure>
);
