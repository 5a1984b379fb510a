import { createHash } from 'node:crypto';
import { checkEvents, checkGroup } from './check-events.ts';
import { onceForEach } from './once-for-each.ts';
import { type Printed, tablesUnder } from './printed-dossier.ts';
import { amount, day, factsOf, type InboxTexts, month, SENTENCES } from './recomputed-sentences.ts';
import { ACCOUNT_SENTENCES } from './recomputed-accounts.ts';
import { comparedFigures } from './recomputed-figures.ts';
import { RECEIVER_SENTENCES } from './recomputed-receivers.ts';
import { type PrintedByCode, tieSentences } from './recomputed-ties.ts';

const checksumOf = onceForEach((inbox: InboxTexts, file: string) =>
  createHash('sha256')
    .update(inbox.get(file) ?? '')
    .digest('hex'),
);

/** Reads a printed dossier line by line against the files of the inbox, and names what differs. */
export function faultsOf(
  dossier: Printed,
  inbox: InboxTexts,
  code: string,
  dossiers: PrintedByCode,
): { readonly faults: string[]; readonly checked: number } {
  const facts = factsOf(inbox, code);
  const sentences = [...SENTENCES, ...ACCOUNT_SENTENCES, ...RECEIVER_SENTENCES, ...tieSentences(dossiers)];
  const faults: string[] = [];
  let checked = 0;
  const check = (what: string, said: unknown, right: unknown) => {
    checked += 1;
    if (JSON.stringify(said) !== JSON.stringify(right))
      faults.push(`${what}: ${JSON.stringify(said)}, not ${JSON.stringify(right)}`);
  };
  const [company = []] = tablesUnder(dossier, 'I. ');
  const shown = Object.fromEntries(company.map(([label = '', value = '']) => [label, value]));
  const { first } = facts;
  check('code', shown['Mã số doanh nghiệp'], code);
  check('name', shown['Tên doanh nghiệp'], first['Tên doanh nghiệp']);
  check('address', shown['Địa chỉ trụ sở'], first['Địa chỉ trụ sở']);
  check('day', day(shown['Ngày đăng ký']), day(first['Ngày đăng ký']));
  check('registration', day(shown['Bản đăng ký nêu ở trên có từ ngày']), day(first['Ngày đăng ký']));
  check('capital', amount(shown['Vốn điều lệ']), amount(first['Vốn điều lệ']));
  check('phone', shown['Điện thoại'], first['Điện thoại']);
  check('staff', shown['Số lao động dự kiến'], first['Số lao động']);

  const [people = []] = tablesUnder(dossier, 'II. ');
  check('people', people.length - 1, facts.people.length);
  for (const [n, [, who = '', declared = '']] of people.slice(1).entries()) {
    const row = facts.people[n] ?? {};
    check('person', who.split('\n')[0], row['Họ và tên']);
    check('document', /số (\S+)/u.exec(declared)?.[1], row['Số giấy tờ']);
    check('birth', day(/Sinh ([\d/]+)/u.exec(declared)?.[1]), day(row['Ngày sinh']));
  }

  const [accounts = [], ...months] = tablesUnder(dossier, 'IV. ');
  const numbers = accounts.slice(1).map(([, account = '']) => /Số (\S+)/u.exec(account)?.[1] ?? '');
  check('accounts', numbers.toSorted(), facts.accounts.map((row) => row['Số tài khoản'] ?? '').toSorted());
  for (const [, account = '', holder = '', opened = ''] of accounts.slice(1)) {
    const row = facts.accounts.find((one) => account.endsWith(`Số ${one['Số tài khoản']}`)) ?? {};
    check('opened', day(opened.split('\n')[0]), day(row['Ngày mở']));
    check('holder', /Giấy tờ số (\S+)/u.exec(holder)?.[1], row['Số giấy tờ người đại diện']);
    check('account phone', /Điện thoại (\S+)/u.exec(holder)?.[1], row['Số điện thoại']);
  }
  for (const table of months) {
    const lines = table.slice(1, -1).map(([period, credit, debit]) => [month(period), amount(credit), amount(debit)]);
    const rows = facts.flows.map((row) => [row['Kỳ'], amount(row['Tổng ghi có']), amount(row['Tổng ghi nợ'])]);
    for (const line of lines)
      check(
        'month',
        rows.find((row) => JSON.stringify(row) === JSON.stringify(line)),
        line,
      );
    const [, credit, debit] = table.at(-1) ?? [];
    const total = (at: number) => lines.reduce((all, line) => all + Number(line[at]), 0);
    check('sum of months', [amount(credit), amount(debit)], [total(1), total(2)]);
  }

  const [sources = []] = tablesUnder(dossier, 'VII. ');
  const files = new Map(
    sources
      .slice(1)
      .map(([number = '', where = '', , sha = '']) => [number, [where.split('\n').at(-1) ?? '', sha] as const]),
  );
  for (const [file, sha] of files.values()) {
    check(`checksum of ${file}`, sha.replaceAll(/\s/gu, ''), checksumOf(inbox, file));
  }
  const lines = dossier.flatMap((part) => (typeof part === 'string' ? [part] : part.flat())).join('\n');
  for (const [, number = '', rows = ''] of lines.matchAll(/(\[\d+\]) dòng ([\d–, ]+)/gu)) {
    const [file = ''] = files.get(number) ?? [];
    for (const range of rows.split(', ')) {
      const [from = 0, to = from] = range.split('–').map(Number);
      for (let n = from; n <= to; n += 1) {
        const row = facts.all.find((one) => one.file === file && one.number === n)?.row;
        check(`row ${n} of ${file}`, row !== undefined && facts.concerns(row), true);
      }
    }
  }

  const findings = ['III. ', 'PHỤ LỤC 1. DẤU HIỆU'].flatMap(
    (heading) => tablesUnder(dossier, heading)[0]?.slice(1) ?? [],
  );
  for (const [, text = '', figures = ''] of findings) {
    const [sentence = ''] = text.split('\n');
    const known = sentences.find(([form]) => form.test(sentence));
    if (known === undefined) check('form of a sentence', sentence, 'a known form');
    else check(sentence, ...known[1](known[0].exec(sentence) ?? [], facts));
    check(`figures of ${sentence}`, ...comparedFigures(text, figures, facts, dossiers));
  }
  checkEvents(dossier, facts, checkGroup(dossier, facts, check), check);
  return { faults, checked };
}
