import { daysFrom, sum } from './days-and-quarters.ts';
import { monthsOf } from './money-figures.ts';
import type { Right, Said } from './sentence-class.ts';
import { numberIn } from './shown.ts';
import type { World } from './world.ts';
import type { Company } from './company.ts';

const WORTH_COMPARING = 50_000_000;

/** The minutes for which a company's money stays, where it has enough of it. */
function heldBy({ months }: Company): number | undefined {
  const moved = monthsOf(months).flatMap(({ rows }) => rows);
  const timed = moved.filter(({ held }) => held !== undefined);
  const credit = sum(timed, (one) => one.credit);
  if (credit === 0 || sum(moved, (one) => one.credit) < WORTH_COMPARING) return undefined;
  return sum(timed, (one) => one.credit * (one.held ?? 0)) / credit;
}

const BOUND = /(?:từ (?<from>[\d.]+)(?: tỷ)?)?(?: đến)? ?(?:(?:dưới|chưa đủ) (?<below>[\d.]+))?/u;

/** Whether a number is within bounds in words, such as `từ 1 tỷ đến dưới 5 tỷ đồng` or `dưới 1 tỷ đồng`. */
function isWithin(words: string, value: number): boolean {
  const { from = '0', below = '9999' } = BOUND.exec(words)?.groups ?? {};
  return value >= numberIn(from) && value < numberIn(below);
}

/** Whether a company is one of those that a sentence compares with. */
function isMeant(words: string, { first, capital, registeredOn }: Company, { asOf }: World): boolean {
  const division = Number(/^\d{2}/u.exec(first['nganh nghe chinh'] ?? '')?.[0] ?? Number.NaN);
  return words.split(', ').every((part) => {
    const [, from, to = from] = /^có mã ngành (?:từ )?(\d\d)(?: đến (\d\d))?$/u.exec(part) ?? [];
    if (from !== undefined) return division >= Number(from) && division <= Number(to);
    if (part === 'mọi ngành') return true;
    if (part === 'không ghi mã ngành') return Number.isNaN(division);
    if (part === 'chưa rõ vốn điều lệ') return first['von dieu le'] === '';
    const [, what, bounds = ''] = /^(vốn điều lệ|đăng ký) (.+)$/u.exec(part) ?? [];
    return isWithin(bounds, what === 'đăng ký' ? Math.floor(daysFrom(registeredOn, asOf) / 365) : capital / 1e9);
  });
}

/** How many companies of those that are meant are known, and whether nineteen in twenty keep their money longer. */
export function peersOf({ peers, peersAre = '' }: Said, company: Company, world: World): Right {
  const own = heldBy(company) ?? 0;
  const meant = [...world.codes].map(world.company).filter((one) => isMeant(peersAre, one, world));
  const known = meant.flatMap((one) => heldBy(one) ?? []);
  const others = known.length - 1;
  const longer = known.filter((held) => held > own).length;
  const isTrue = isMeant(peersAre, company, world) && longer >= others * 0.95;
  return {
    peersAre: isTrue ? peersAre : `${longer} trên ${others}`,
    peers: known.length >= numberIn(peers ?? '') ? peers : String(known.length),
  };
}
