import type { About } from './dossier-table.ts';
import { tiesIn } from './dossier-ties.ts';
import type { Printed } from './printed.ts';
import { DAY, when } from './shown.ts';

/** The findings before the annexes. */
export const NAMED = /^TT\|Dấu hiệu$/u;
const GRAVEST = 'Dấu hiệu nặng nhất: ';

/** The sentence of a finding before the annexes, the heaviest of which stands in the summary. */
export function namedSentence(dossier: Printed, number: string | undefined): string {
  const named = rowsUnder(dossier, NAMED).find(([one]) => one === number)?.[1] ?? '';
  const gravest = dossier.find((part) => typeof part === 'string' && part.startsWith(GRAVEST));
  return named === 'Nêu ở mục I.' ? String(gravest).slice(GRAVEST.length) : named;
}

export const rowsUnder = (dossier: Printed, heading: RegExp) =>
  dossier.flatMap((part) =>
    typeof part !== 'string' && heading.test(part[0]?.join('|') ?? '') ? [part.slice(1)] : [],
  )[0] ?? [];

const RING = new RegExp(
  String.raw`^Nhóm (?<size>\d+) doanh nghiệp đăng ký (?:từ (?<from>${DAY}) đến (?<to>${DAY})|cùng ngày (?<only>${DAY})), liên hệ sớm nhất từ (?<since>${DAY}); (?:(?<signs>\d+) doanh nghiệp|chưa doanh nghiệp nào) của nhóm có dấu hiệu`,
  'u',
);
const TIE = new RegExp(
  String.raw`^(?:(?<times>\d+) )?(?<shared>\p{L}[^:]*): (?<size>\d+) doanh nghiệp(?: \([^)]+\))?, sớm nhất từ (?<since>${DAY})\.$`,
  'u',
);
const OTHER_TIES = /^Còn (\d+) thông tin dùng chung khác trong nhóm/u;
const FINDINGS = /^(?:Còn (\d+) dấu hiệu nhẹ hơn\. )?Số liệu, căn cứ, nguồn của mỗi dấu hiệu/u;

/** Checks a sentence before the annexes against the annexes, whose rows are checked against the world. */
export function checkSummary(text: string, { dossier, world, check }: About): boolean {
  const ties = tiesIn(dossier);
  const ring = RING.exec(text)?.groups;
  if (ring !== undefined) {
    const members = rowsUnder(dossier, /^TT\|Doanh nghiệp\|/u).map(([, member = '']) => member.slice(0, 10));
    const days = members.map((code) => world.company(code).registeredOn).sort();
    if (members.length === Number(ring['size']))
      check(
        'nhóm trong phần đầu',
        text,
        [when(ring['from'] ?? ring['only']), when(ring['to'] ?? ring['only']), when(ring['since'])],
        [days[0], days.at(-1), ties.map(({ since }) => since).sort()[0]],
      );
    else check.uncovered('nhóm có doanh nghiệp không nêu');
    const signed = members.filter((code) => (world.signs.get(code) ?? 0) > 0).length;
    if (ring['signs'] !== undefined && [...world.signs].length > 1)
      check('dấu hiệu trong nhóm', text, Number(ring['signs']) <= Math.max(signed, 0) || members.length > 20, true);
    return true;
  }
  const tie = TIE.exec(text)?.groups;
  if (tie !== undefined) {
    const said = [when(tie['since']), Number(tie['size'])];
    check(
      'thông tin dùng chung trong phần đầu',
      text,
      ties.filter(({ since, codes }) => since === said[0] && codes.length === said[1]).length >=
        Number(tie['times'] ?? 1),
      true,
    );
    return true;
  }
  const more = OTHER_TIES.exec(text)?.[1];
  if (more !== undefined) {
    const shown = dossier.reduce((all, part) => {
      const said = typeof part === 'string' ? TIE.exec(part) : null;
      return said === null ? all : all + Number(said.groups?.['times'] ?? 1);
    }, 0);
    check('thông tin dùng chung không nêu', text, Number(more), ties.length - shown);
    return true;
  }
  const findings = FINDINGS.exec(text);
  if (findings === null) return false;
  const all = rowsUnder(dossier, /^TT\|Dấu hiệu, thời kỳ/u).map(([, finding = '']) => finding);
  const against = all.filter((finding) => /trọng số [\d,]*[1-9]/u.test(finding));
  check('dấu hiệu không nêu', text, Number(findings[1] ?? 0), against.length - rowsUnder(dossier, NAMED).length);
  return true;
}
