import type { PartKind } from './label-rows.ts';
import { isCommuneName, type KnownName, LONGEST_NAME, type Territory, territoryOf } from './gazetteer.ts';
import { endsCommuneBefore, endsPersonsName, endsUnitBefore, isCommuneOf } from './names-before.ts';
import { type LabelledText, type Run, takeCountry, unitOf } from './named-units.ts';
import { findProvince, type FoundName, type FoundNames } from './provinces.ts';
import { isRoadCode } from './words.ts';

const BARE_LABEL = /^(?:so|sn|nha|ngo|ngach|hem|kiet|duong|pho|d)$/;
const NAMED: ReadonlySet<PartKind> = new Set(['street', 'road', 'hamlet', 'building']);
const LONGEST_PROVINCE = 4;

type Level = 'commune' | 'district' | 'province' | 'formerProvince';

/** The text while its units are read, and the province that it names. */
interface Reading extends LabelledText {
  readonly names: FoundNames;
  readonly territory: Territory;
}

/**
 * Fills the levels that no label announced from names at the end of the text (`…, Tân Lập, Yên Mỹ, Hưng Yên`, with or
 * without commas), or at its beginning where it is written the other way round.
 */
export function unlabelledUnits(labelled: LabelledText, names: FoundNames, territory: Territory): void {
  const reading = { ...labelled, names, territory };
  const { units } = reading;
  takeCountry(reading);
  if (startsWithProvince(reading)) while (takeForwards(reading));
  while (takeBackwards(reading));
  takeProvinceInside(reading);
  if (units.province && units.commune) takeUnknownDistrict(reading);
  else while (takeForwards(reading));
}

/** Reads units in reverse order where the text begins with the province. */
function startsWithProvince({ text: { words }, names, runs }: Reading): boolean {
  const [first] = runs;
  const province = names[first?.from ?? -1]?.find((name) => name.province !== undefined);
  if (!first || !province || province.to === words.length) return false;
  // The whole last part is a province, as in `Hòa Bình, xã Vũ Thư, Hưng Yên`.
  const last = runs.at(-1);
  if (last && last.from >= province.to && last.end - last.from <= LONGEST_PROVINCE && wholeName(names, last)?.province)
    return false;
  return province.to >= first.end || words[province.to]?.breakBefore === true;
}

const wholeName = (names: FoundNames, { from, end }: Run): FoundName | undefined =>
  names[from]?.find((name) => name.to === end && name.isPlain);

/** The names without numbers that end a run, the longest first. */
function namesAtEnd(names: FoundNames, { from, end }: Run): readonly FoundName[] {
  const found: FoundName[] = [];
  for (let at = Math.max(from, end - LONGEST_NAME); at < end; at += 1) {
    const name = wholeName(names, { from: at, end });
    if (name) found.push(name);
  }
  return found;
}

/**
 * Reads the last unread words where they name a unit and all higher levels are known. A province never comes before a
 * labelled unit, so there `Điện Biên` is a street.
 */
function takeBackwards(reading: Reading): boolean {
  const { runs, names } = reading;
  const last = runs.at(-1);
  if (!last) return false;
  if (wholeName(names, last) === undefined && isRepeated(reading, last)) return runs.pop() !== undefined;
  for (const name of namesAtEnd(names, last)) {
    const { from, key } = name;
    if (followsLabel(reading, last, from)) {
      // In `phố Hồ Chí Minh` no part of the name is a commune.
      if (name.province && !endsUnitBefore({ ...reading, first: last.from }, from, territoryOf(name.province.newCode)))
        return false;
      if (!name.province && !endsCommuneBefore({ ...reading, first: last.from }, from, key, reading.territory))
        continue;
    }
    const level = levelOf(name, reading, () => isAfterUnit(reading, name));
    if (level === undefined && from === last.from && isRepeated(reading, last)) return runs.pop() !== undefined;
    if (level === undefined || (level === 'province' && from < reading.end - 1)) continue;
    if (from !== last.from && !leavesPlace(reading, last, name, level)) return false;
    // Words such as `Văn Giang` end a name in front of the commune: `KĐT du lịch Văn Giang, xã Phụng Công`.
    if (level === 'district' && from !== last.from && (reading.units.commune?.at ?? 0) > from) return false;
    take(reading, level, last, from);
    return true;
  }
  return false;
}

/** Whether the name from here belongs to the label before it, as in `đường Hà Nội`, `phố Huế` or `thôn Đông`. */
const followsLabel = ({ text }: Reading, run: Run, from: number): boolean =>
  from > run.from && text.kindsBefore[from]?.some((kind) => NAMED.has(kind)) === true;

/** Whether a whole part repeats a unit, as in `…, Hưng Yên, Hưng Yên, Hưng Yên` or `phường Hiến Nam, Hiến Nam, …`. */
function isRepeated(reading: Reading, { from, end }: Run): boolean {
  const { text, units } = reading;
  if (from === 0 || end - from > LONGEST_NAME) return false;
  const key = text.keys.slice(text.starts[from], text.ends[end - 1]);
  const isCommune = units.commune?.key === key && hasName(reading, from);
  return isCommune || (units.province?.key === key && units.district?.key === key);
}

/** Reads a whole part directly after a labelled unit, as in `thôn Đại Từ - xã Đại Đồng - huyện Văn Lâm - Hưng Yên, SN 09`. */
function takeProvinceInside(reading: Reading): void {
  const { text, names, runs, units } = reading;
  for (const [index, run] of runs.entries()) {
    const { from } = run;
    if (units.province) return;
    if (from === 0 || (runs[index - 1]?.end ?? 0) === from || !text.words[from]?.breakBefore) continue;
    const province = names[from]?.find((name) => name.province?.home === true);
    if (province && text.words[province.to]?.breakBefore) take(reading, 'province', run, from, province.to);
  }
}

/** Reads an unknown district between a labelled commune and a province, as in `phường Nam Đồng, Đống Đa, Hà Nội`. */
function takeUnknownDistrict(reading: Reading): void {
  const { text, units, runs } = reading;
  const last = runs.at(-1);
  const away = units.province && !findProvince(units.province.key)?.home;
  if (!last || units.district || !units.commune?.kind || !away || last.end === text.words.length) return;
  const { from, end } = last;
  const followsUnit = (runs.at(-2)?.end ?? 0) < from && text.words[from]?.breakBefore === true;
  if (
    units.commune.at > from ||
    !followsUnit ||
    end - from > LONGEST_NAME ||
    text.words.slice(from, end).some(({ hasDigit }) => hasDigit)
  )
    return;
  take(reading, 'district', last, from);
}

/** Reads the first part between commas where it is a whole name, as in `Hưng Yên, Yên Mỹ, Tân Lập, số 12 …`. */
function takeForwards(reading: Reading): boolean {
  const { text, names, runs } = reading;
  const [first] = runs;
  if (!first || first.end === text.words.length) return false;
  const name = names[first.from]?.find(({ to }) => to === first.end);
  const level = name && levelOf(name, reading, () => isBeforeName(reading, first.end));
  if (level === undefined) return false;
  take(reading, level, first, first.from);
  return true;
}

/** Takes the words from an index to the end of a run, or to another end. */
function take({ text, units, runs }: Reading, level: Level, run: Run, from: number, end = run.end): void {
  units[level] = { ...unitOf(text, from, end), labelled: false, at: from };
  const rest = [
    { from: run.from, end: from },
    { from: end, end: run.end },
  ].filter((one) => one.from < one.end);
  runs.splice(runs.indexOf(run), 1, ...rest);
}

/**
 * Tries province, district and commune in this order. A name that is both, such as `Yên Mỹ`, is the district only while
 * a commune can still follow.
 */
function levelOf(name: FoundName, reading: Reading, communeFollows: () => boolean): Level | undefined {
  const { territory, units } = reading;
  if (!units.province && provinceFits(name, reading)) return 'province';
  if (isFormerProvince(name, reading)) return 'formerProvince';
  if (units.province && findProvince(units.province.key)?.newCode !== territory.code) return undefined;
  const fits = !units.commune && isCommuneOf(name.key, units.district?.key, territory);
  const isDistrict = !units.district && name.known.districts.length > 0;
  if (isDistrict && (units.commune || !fits || isOfFormerProvince(name.known, reading) || communeFollows()))
    return 'district';
  return fits ? 'commune' : undefined;
}

/** Whether a name may be a former province, which was written with districts, as in `Vũ Thư, Thái Bình`. */
function isOfFormerProvince({ districts }: KnownName, { units }: Reading): boolean {
  const province = units.province && findProvince(units.province.key);
  return province?.current === false && districts.some((district) => district.province === province.key);
}

/** Whether a name such as `Điện Biên` is no province, because the text names a district of the home province. */
function provinceFits({ province }: FoundName, { territory, units }: Reading): boolean {
  if (province === undefined) return false;
  return (
    province.newCode === territory.code || !units.district || territory.named(units.district.key).districts.length === 0
  );
}

/** Whether a name is the former province and not its city, as after a district in `Vũ Thư, Thái Bình, Hưng Yên`. */
function isFormerProvince({ key, province, from }: FoundName, { territory, names, runs, units }: Reading): boolean {
  if (!units.province || units.formerProvince || province?.newCode !== territory.code || province.current) return false;
  const named = units.district?.key;
  if (named !== undefined) {
    return territory.named(named).districts.some((district) => district.province === key && named !== key);
  }
  const before = runs.find(({ end }) => end === from);
  const whole = before && before.end - before.from <= LONGEST_PROVINCE ? wholeName(names, before) : undefined;
  return whole?.known.districts.some((district) => district.province === key && district.key !== key) === true;
}

/** Whether a name after a number is a street, as in `387 Điện Biên`, because no street comes before it. */
function leavesPlace(reading: Reading, run: Run, { from, to }: FoundName, level: Level): boolean {
  if (level !== 'commune') return hasPlace(reading, from);
  const before = reading.text.words[from - 1];
  const isStreet = before && (!before.hasDigit || isRoadCode(before) || followsLabel(reading, run, from - 1));
  return isStreet === true && !endsPersonsName({ ...reading, first: run.from }, from, to);
}

/** Whether a whole part from here is the name of a commune. */
function isBeforeName({ text: { words }, names, runs }: Reading, from: number): boolean {
  const run = runs.find((one) => one.from <= from && from < one.end);
  return (
    names[from]?.some(
      ({ to, isPlain: plain, known }) =>
        plain && run && to <= run.end && (to === words.length || words[to]?.breakBefore) && isCommuneName(known),
    ) === true
  );
}

/** Whether a commune of the district precedes these words, after words for a street, a second number, or no unread word. */
function isAfterUnit(reading: Reading, { from: end, key }: FoundName): boolean {
  const { names, territory, runs } = reading;
  const run = runs.find((one) => one.from < end && end <= one.end);
  if (!run) return false;
  return namesAtEnd(names, { from: run.from, end }).some((name) => {
    if (!isCommuneOf(name.key, key, territory) || followsLabel(reading, run, name.from)) return false;
    if (endsPersonsName({ ...reading, first: run.from }, name.from, end)) return false;
    return hasPlace(reading, name.from) || runs[0]?.from === name.from;
  });
}

/** Whether the words before can name a place in a commune: more than a single number. */
function hasPlace(reading: Reading, end: number): boolean {
  let numbers = 0;
  for (const { from, end: to } of reading.runs)
    for (let index = from; index < Math.min(to, end); index += 1) if (reading.text.words[index]?.hasDigit) numbers += 1;
  return numbers > 1 || hasName(reading, end);
}

/** Whether a word that can name a street comes before these words. */
function hasName(reading: Reading, end: number): boolean {
  const { text } = reading;
  return reading.runs.some((run) => {
    for (let index = run.from; index < Math.min(run.end, end); index += 1) {
      const word = text.words[index];
      const isName = word?.hasDigit
        ? isRoadCode(word) || followsLabel(reading, run, index)
        : !BARE_LABEL.test(word?.key ?? '');
      if (isName) return true;
    }
    return false;
  });
}
