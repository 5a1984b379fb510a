/** A script in the page that returns the width that its content needs and the width that is there. */
export const WIDTHS = '(({ scrollWidth, clientWidth }) => [scrollWidth, clientWidth])(document.documentElement)';
