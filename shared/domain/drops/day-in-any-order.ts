/**
 * A day without the order of day and month, which may differ between a wrong sheet and the right one; empty where there
 * is no day.
 */
export const dayInAnyOrder = (day: string | undefined): string =>
  day === undefined ? '' : [day.slice(0, 4), ...[day.slice(5, 7), day.slice(8, 10)].sort()].join('-');
