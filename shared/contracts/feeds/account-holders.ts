/** The most companies to which one file may assign an account, which has one holder and a few former ones. */
export const MOST_COMPANIES_OF_ACCOUNT = 100;
/** So many accounts are remembered at a time, so that memory does not grow with the file. */
const ACCOUNTS_REMEMBERED = 50_000;

interface Account {
  readonly bank: string;
  readonly accountNumber: string;
}

/**
 * Remembers to which companies the rows of a file assign each account. All rows of an account are read whenever one of
 * its companies is assessed, so that an account of thousands of companies would cost millions of reads.
 */
export class AccountHolders {
  readonly #companies = new Map<string, Set<string>>();

  /** Adds a company of an account. @returns whether it still counts beside the account's other companies */
  add({ bank, accountNumber }: Account, enterpriseCode: string): boolean {
    const account = `${bank}#${accountNumber}`;
    const known = this.#companies.get(account) ?? new Set();
    if (known.has(enterpriseCode)) return true;
    if (known.size >= MOST_COMPANIES_OF_ACCOUNT) return false;
    if (known.size === 0 && this.#companies.size >= ACCOUNTS_REMEMBERED) this.#companies.clear();
    this.#companies.set(account, known.add(enterpriseCode));
    return true;
  }
}
