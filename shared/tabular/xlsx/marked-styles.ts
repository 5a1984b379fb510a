import { elementsIn } from './xml-elements.ts';

/** The colour of marked cells, a pale red that prints as light grey. */
const FILL = '<fill><patternFill patternType="solid"><fgColor rgb="FFF4B6B6"/></patternFill></fill>';

/**
 * Adds to the styles of a workbook a copy of each cell style with a marked background, so that a marked day stays a
 * day. Undefined where the part has an unknown form.
 */
export function withMarkedStyles(
  xml: string,
): { readonly xml: string; readonly marked: (style: number) => number } | undefined {
  const [fills] = elementsIn(xml, 'fills');
  const [formats] = elementsIn(xml, 'cellXfs');
  if (fills === undefined || formats === undefined || fills.end > formats.start) return undefined;
  const fillId = elementsIn(fills.inner, 'fill').length;
  const styles = elementsIn(formats.inner, 'xf').map(({ text }) => text);
  if (styles.length === 0) return undefined;
  const marked = styles.map((style) => onFill(style, fillId));
  const parts = [
    xml.slice(0, fills.start),
    `<fills count="${fillId + 1}">${fills.inner}${FILL}</fills>`,
    xml.slice(fills.end, formats.start),
    `<cellXfs count="${styles.length * 2}">${styles.join('')}${marked.join('')}</cellXfs>`,
    xml.slice(formats.end),
  ];
  return { xml: parts.join(''), marked: (style) => styles.length + Math.min(style, styles.length - 1) };
}

const onFill = (style: string, fillId: number): string => {
  const tagEnd = style.indexOf('>');
  const tag = style.slice(0, tagEnd).replace(/\s(?:fillId|applyFill)="[^"]*"/gu, '');
  return `${tag.replace(/^<xf/u, `<xf fillId="${fillId}" applyFill="1"`)}${style.slice(tagEnd)}`;
};
