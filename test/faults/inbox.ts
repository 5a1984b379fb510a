import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { accounts, code, identities, registrations } from '#test/support/sample-feeds.ts';

/** Companies that are certainly flagged, each registered in a stolen name and with an account at every bank. */
export function writeInbox(folder: string, companies: number, banks: readonly string[]): readonly string[] {
  const all = Array.from({ length: companies }, (_, n) => companyOf(n));
  const files = {
    'registrations/companies.csv': registrations(...all),
    'identities/people.csv': identities(
      ...all.map(({ document }) => `${document},CCCD,Nguyễn Văn Nạn Nhân,12/03/1985,Nam,BINH_THUONG,,,`),
    ),
    'accounts/accounts.csv': accounts(
      ...all.flatMap((company, n) => banks.map((bank, at) => accountOf(company, bank, n * banks.length + at))),
    ),
  };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return all.map((company) => company.code);
}

/** The companies share no values, so that no ring changes a verdict while others are decided. */
function companyOf(n: number) {
  const serial = String(n).padStart(4, '0');
  return {
    code: code(n + 1),
    name: `CÔNG TY TNHH THỬ LỖI ${serial}`,
    address: `Số ${n + 1}, đường Lê Lai, Phường Phố Hiến, Tỉnh Hưng Yên`,
    phone: `09123${String(45_000 + n)}`,
    person: 'Trần Thị Kẻ Gian',
    born: '01/01/1990',
    document: `03308500${serial}`,
  };
}

const accountOf = (
  { code: enterprise, name, person, document, phone }: ReturnType<typeof companyOf>,
  bank: string,
  n: number,
) => [bank, String(1_000_000_000 + n), enterprise, name, person, document, phone, '20/01/2025', '1'].join(',');
