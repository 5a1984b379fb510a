/** What a company is found by, as its registration and its accounts' banks write it. */
export interface FoundBy {
  readonly people: readonly string[];
  readonly address: string;
  readonly phones: readonly string[];
  readonly accounts: readonly string[];
}

const [FIELDS, VALUES] = ['\n', '|'];
/** The most values of a kind, so that one company with very many of them slows down no search. */
const MOST = 20;

/** Joins what a company is found by to one text, which costs less to read for thousands of companies than lists. */
export const foundByText = ({ people, address, phones, accounts }: FoundBy): string =>
  [people, [address], phones, accounts]
    .map((values) =>
      [...new Set(values)]
        .slice(0, MOST)
        .map((value) => value.replaceAll(/[\n|]/gu, ' '))
        .join(VALUES),
    )
    .join(FIELDS);

export function foundByIn(text: string): FoundBy {
  const [people = [], [address = ''] = [], phones = [], accounts = []] = text
    .split(FIELDS)
    .map((values) => values.split(VALUES).filter((value) => value !== ''));
  return { people, address, phones, accounts };
}
