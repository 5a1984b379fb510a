/** In a table of links, `j` and `k` go to the next and the last row, and `x` chooses the row; Enter opens its link. */
export function rowKeys(event) {
  const { target, key } = event;
  const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
  if (!isPlain || !['j', 'k', 'x'].includes(key) || target.matches('textarea, select, input:not([type=checkbox])'))
    return;
  const rows = [...document.querySelectorAll('main tbody tr')].filter((row) => row.querySelector('a'));
  const at = rows.findIndex((row) => row.contains(target));
  if (key === 'x') rows[at]?.querySelector('input[type=checkbox]')?.click();
  else rows[at + (key === 'j' ? 1 : -1)]?.querySelector('a').focus();
}
