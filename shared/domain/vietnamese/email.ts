const ADDRESS =
  /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;
const AROUND = /^[<("'\s]+|[>)"'.,;\s]+$/g;
const LABEL = /^\s*(?:mailto|e-?mail|mail)\s*:/;
const LONGEST = 254;
const GMAIL = new Set(['gmail.com', 'googlemail.com']);

/**
 * The first e-mail address of a cell in lower case, without `mailto:`, brackets and stray spaces; undefined if there is
 * none.
 */
export function normaliseEmail(text: string): string | undefined {
  for (const piece of text
    .normalize('NFC')
    .toLowerCase()
    .split(/[;,/|\n]/)) {
    const several = piece.indexOf('@') !== piece.lastIndexOf('@');
    for (const words of several ? piece.split(/\s+(?!@)(?<!@\s+)/) : [piece]) {
      const address = words.replace(LABEL, '').replace(AROUND, '').replaceAll(/\s/g, '');
      if (address.length <= LONGEST && ADDRESS.test(address)) return address;
    }
  }
  return undefined;
}

/**
 * The mailbox that an address reaches: without `+tag`, and without the dots and old domain of Gmail, so that variants
 * of one mailbox are equal.
 */
export function mailboxOf(email: string): string {
  const at = email.lastIndexOf('@');
  const domain = email.slice(at + 1);
  const local = email.slice(0, at).replace(/(?<=.)\+.*$/, '');
  return GMAIL.has(domain) ? `${local.replaceAll('.', '')}@gmail.com` : `${local}@${domain}`;
}
