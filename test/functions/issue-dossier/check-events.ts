import { type Printed, tablesUnder } from './printed-dossier.ts';
import { day, type InboxFacts } from './recomputed-sentences.ts';
import { registeredOn, sharedValues } from './recomputed-ties.ts';

type Check = (what: string, said: unknown, right: unknown) => void;

/** The day of the notice by the rules' clock, and the day on which files are received, in the tests' flow. */
const NOTICED_ON = '2025-12-31';
const RECEIVED_ON = '2026-01-05';

interface PrintedTie {
  readonly since: string;
  readonly companies: readonly string[];
}

/** Checks the group of a dossier: its sentence, its companies and the values that they share. */
export function checkGroup(dossier: Printed, facts: InboxFacts, check: Check): readonly PrintedTie[] {
  const [members = [], ties = []] = tablesUnder(dossier, 'V. ');
  const shown: PrintedTie[] = ties.slice(1).map(([, name = '', since, companies = '']) => {
    const codes = companies.split(', ').sort();
    const [kind = '', value] = name.replace(/ thứ \d+$/u, '').split('\n');
    const groups = [...sharedValues(facts, kind.toLowerCase()).entries()];
    const isShared = groups.some(
      ([text, group]) =>
        group.join() === codes.join() && (value === undefined || value.includes(text) || kind !== 'Trụ sở'),
    );
    const days = codes.map((code) => registeredOn(facts, code)).sort();
    check(`shared value ${name} of ${companies}`, [isShared, day(since)], [true, days[1]]);
    return { since: day(since), companies: codes };
  });
  const first = shown.map(({ since }) => since).sort()[0];
  const codes = [...new Set(shown.flatMap(({ companies }) => companies))].sort();
  check(
    'members',
    members
      .slice(1)
      .map(([, name = '']) => name.slice(0, 10))
      .sort(),
    codes,
  );
  for (const [, name = '', since] of members.slice(1))
    check(`member ${name}`, day(since), joinedOn(shown, facts, name.slice(0, 10)));
  const [, count, from, to, since, signs] =
    dossier
      .filter((part) => typeof part === 'string')
      .map((part) =>
        /^Nhóm (\d+) doanh nghiệp đăng ký từ (\S+) đến (\S+), liên hệ sớm nhất từ (\S+); (\d+) doanh nghiệp có dấu hiệu/u.exec(
          part,
        ),
      )
      .find((found) => found !== null) ?? [];
  const days = codes.map((code) => registeredOn(facts, code)).sort();
  check(
    'group',
    [Number(count), day(from), day(to), day(since), Number(signs)],
    [codes.length, days[0], days.at(-1), first, codes.length],
  );
  return shown;
}

const joinedOn = (ties: readonly PrintedTie[], facts: InboxFacts, code: string): string | undefined =>
  ties
    .filter(({ companies }) => companies.includes(code))
    .map(({ since }) => [since, registeredOn(facts, code)].sort()[1] ?? '')
    .sort()[0];

/** Checks each line of the course of events, and the days on which the files were received. */
export function checkEvents(dossier: Printed, facts: InboxFacts, ties: readonly PrintedTie[], check: Check): void {
  const findings = ['III. ', 'PHỤ LỤC 1. DẤU HIỆU'].flatMap(
    (heading) => tablesUnder(dossier, heading)[0]?.slice(1) ?? [],
  );
  const sentences = new Set(findings.map(([, text = '']) => text.split('\n')[0]));
  const begun = ties.map(({ since }) => since).sort()[0];
  const joined = joinedOn(ties, facts, facts.code);
  const [events = []] = tablesUnder(dossier, 'VI. ');
  for (const [on, what = ''] of events.slice(1)) check(`event ${what}`, day(on), dayOf(what));
  const days = events.slice(1).map(([on]) => day(on));
  check('order of events', days, days.toSorted());
  const [sources = []] = tablesUnder(dossier, 'VII. ');
  for (const [number, , received] of sources.slice(1)) check(`received ${number}`, day(received), RECEIVED_ON);

  function dayOf(what: string): string | undefined {
    if (what === 'Đăng ký doanh nghiệp') return registeredOn(facts, facts.code);
    if (what === 'Gửi thông báo cho cơ quan Công an') return NOTICED_ON;
    if (what.startsWith('Doanh nghiệp này và một doanh nghiệp khác có thông tin dùng chung')) return joined;
    if (what.startsWith('Hai doanh nghiệp đầu tiên của nhóm có thông tin dùng chung')) return begun;
    return sentences.has(what) ? day(/ngày (\d\d\/\d\d\/\d{4})/u.exec(what)?.[1]) : 'no finding';
  }
}
