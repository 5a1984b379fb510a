import { placeFlat, numberOf } from './lots.ts';
import { laneOf, type LaneRun, splitHouseNumber, canonicalLanes } from './lane.ts';
import type { AddressWords, PartLabel } from './address-words.ts';
import { type PartKind, SHORT_HAMLET } from './label-rows.ts';
import { isRoadCode, type Word } from './words.ts';

/** The part of an address inside its commune. */
export interface Premises {
  readonly number?: string | undefined;
  readonly lane?: string | undefined;
  /** The lanes by the other reading of a text such as `ngách 12/5`. */
  readonly turnedLane?: string | undefined;
  readonly street?: string | undefined;
  readonly hamlet?: string | undefined;
  /** Room, floor, flat and block inside a building. */
  readonly unit?: string | undefined;
}

interface Draft {
  /** Whether `12/5` is house 5 of lane 12. */
  readonly fromStreet: boolean;
  number?: string | undefined;
  street?: string | undefined;
  readonly lanes: LaneRun[];
  readonly lots: string[];
  readonly hamlets: string[];
  readonly units: string[];
  /** The groups of words without a label, in their order. */
  readonly loose: { readonly text: string; readonly afterNumber: boolean }[];
}

const ONE_LETTER = /^(?:[a-z]|bis)$/;
/** Labels that mean a ward or a district where a dot follows. */
const UNIT_LETTER = /^[pqhxtd]$/;
const NUMBERED_STREET = /^\d{1,3}[a-z]?$/;
const NUMBERED_PART = /^(?:doi|xom|khu)$/;
const NAMED_FLOOR = /^(?:tret|lung|thuong mai|ham)$/;

/**
 * Reads number, lane, street, hamlet and rooms from the words that are no administrative units. `fromStreet` says that
 * house numbers with slashes begin at the street.
 */
export function readPremises(text: AddressWords, fromStreet: boolean): Premises {
  const draft: Draft = { fromStreet, lanes: [], lots: [], hamlets: [], units: [], loose: [] };
  let index = 0;
  while (index < text.words.length) index = readPart(text, index, draft);
  placeFlat(draft);
  placeLoose(draft);
  placeHouse(draft);
  readShortHamlets(draft);
  const number = numberOf(draft);
  const [lane, turnedLane] = canonicalLanes(draft.lanes);
  return {
    number,
    lane,
    turnedLane,
    street: draft.street,
    hamlet: draft.hamlets.filter((hamlet) => hamlet !== '').join(', ') || undefined,
    unit: draft.units.join(', ') || undefined,
  };
}

function readPart(text: AddressWords, index: number, draft: Draft): number {
  const { words, parts } = text;
  const label = parts[index];
  if (label) return readLabelled(text, index, label, draft);
  if (words[index]?.hasDigit) return readLooseNumber(words, index, draft);
  const end = nameEnd(text, index + 1);
  if (isOfTeam(words, index)) {
    draft.hamlets.push(typed(words, index, end));
    return end;
  }
  const afterNumber = index > 0 && words[index - 1]?.hasDigit === true && !words[index]?.breakBefore;
  draft.loose.push({ text: typed(words, index, end), afterNumber });
  return end;
}

/** Reads a numbered part of a hamlet or of a former town: `đội 7 Tân Ấp`, `xóm 3 Bông Ngoại`, `khu 3 Diêm Điền`. */
function isOfTeam(words: readonly Word[], index: number): boolean {
  const [label, number] = [words[index - 2], words[index - 1]];
  return words[index]?.breakBefore === false && number?.hasDigit === true && NUMBERED_PART.test(label?.key ?? '');
}

function readLabelled(text: AddressWords, index: number, label: PartLabel, draft: Draft): number {
  const { words } = text;
  const from = index + label.words;
  if (from >= words.length && label.words < 3) return from;
  if (label.kind === 'number') return readNumber(words, from, label.label, draft);
  const end = takesOneWord(label, words, from)
    ? from + 1
    : nameEnd(text, from + (namesHamlet(label, words, from) ? 1 : 0));
  if (label.kind === 'hamlet' && end === from + 1 && endsInLetter(words, from)) {
    keep(label, `${words[from]?.text}${words[end]?.text}`, draft);
    return end + 1;
  }
  if (end > from || label.kind === 'building') keep(label, nameOf(words, index, from, end), draft);
  return end;
}

/** The name behind a label, or the label itself where it is all that a text says: `Số 6 khu trung tâm thương mại`. */
function nameOf(words: readonly Word[], index: number, from: number, end: number): string {
  return end === from && from - index > 2 ? typed(words, index, from) : typed(words, from, end);
}

/** Whether a number and a letter apart are one, as in `khu 1 A`, and nothing else follows. */
function endsInLetter(words: readonly Word[], from: number): boolean {
  const [letter, next] = [words[from + 1], words[from + 2]];
  return (
    /^\d+$/.test(words[from]?.key ?? '') &&
    letter?.breakBefore === false &&
    /^[a-h]$/.test(letter.lower) &&
    !letter.dot &&
    next?.breakBefore !== false
  );
}

/** Finds the end of a part: lanes, rooms, lots and numbered hamlets end with their number, and names at the next label. */
function takesOneWord(label: PartLabel, words: readonly Word[], from: number): boolean {
  if (label.kind === 'lane' || label.kind === 'unit' || label.kind === 'lot' || label.kind === 'road')
    return words[from]?.hasDigit === true;
  if (label.kind === 'street' && NUMBERED_STREET.test(words[from]?.key ?? '')) return namesPlace(words, from + 1);
  if (label.label === 'khối') return /^\d+$/.test(words[from]?.key ?? '');
  const isNumbered = label.kind === 'hamlet' && words[from]?.hasDigit === true;
  if (isNumbered && /^(?:xóm|khu)$/.test(label.label)) return /^\d+$/.test(words[from]?.key ?? '');
  return isNumbered && /^(?:T|tổ|đội|khu phố|khu vực|khóm|tổ dân phố)$/.test(label.label);
}

/** Whether a place of two words follows a street's number without a comma, as in `đường 196 Phố Nối`. */
function namesPlace(words: readonly Word[], at: number): boolean {
  const [first, second] = [words[at], words[at + 1]];
  if (first?.breakBefore !== false || second?.breakBefore !== false || second.hasDigit) return false;
  return /^\p{Lu}\p{Ll}/u.test(first.text) && /^\p{Lu}\p{Ll}/u.test(second.text);
}

/** Whether a word that looks like a label belongs to a hamlet's name, as in `thon Duong Noi`. */
function namesHamlet({ label }: PartLabel, words: readonly Word[], from: number): boolean {
  return /^(?:thôn|xóm|tổ dân phố)$/.test(label) && words[from]?.lower === 'duong' && !words[from].breakBefore;
}

function keep(label: PartLabel, value: string, draft: Draft): void {
  const labelled = `${label.label} ${value}`.trim();
  const places: Readonly<Record<PartKind, () => void>> = {
    number: () => undefined,
    lane: () => draft.lanes.push(...laneOf(label.label, value)),
    street: () => keepStreet(/^phố /i.test(value) ? value : labelled, draft),
    road: () => keepStreet(`${label.label}${value}`, draft),
    hamlet: () => draft.hamlets.push(labelled),
    lot: () => draft.lots.push(labelled),
    unit: () => draft.units.push(labelled),
    building: () => draft.units.push(labelled),
  };
  places[label.kind]();
}

function keepStreet(street: string, draft: Draft): void {
  if (draft.street === undefined) draft.street = street;
  else draft.loose.push({ text: street, afterNumber: false });
}

function readLooseNumber(words: readonly Word[], index: number, draft: Draft): number {
  const word = words[index];
  if (word && isRoadCode(word)) {
    keepStreet(word.text, draft);
    return index + 1;
  }
  if (draft.number === undefined) return readNumber(words, index, '', draft);
  const text = words[index]?.text ?? '';
  if (draft.street === undefined && draft.loose.length === 0) draft.street = text;
  else draft.loose.push({ text, afterNumber: false });
  return index + 1;
}

/** Reads a house number: `12`, `12 A`, `12/5` (number 12, lane 5), `12/5/8` (number 12, ngách 5, ngõ 8), `km 12`. */
function readNumber(words: readonly Word[], index: number, label: string, draft: Draft): number {
  let end = index + 1;
  let text = `${label}${words[index]?.text ?? ''}`;
  const letter = words[end];
  if (letter && !letter.breakBefore && ONE_LETTER.test(letter.lower) && !(letter.dot && UNIT_LETTER.test(letter.key))) {
    text += letter.text;
    end += 1;
  }
  if (draft.number !== undefined) {
    draft.loose.push({ text, afterNumber: false });
    return end;
  }
  const { number, lanes } = splitHouseNumber(text, draft.fromStreet);
  draft.number = number;
  draft.lanes.push(...lanes);
  return end;
}

/** The end of a name, before the next comma or label. `phố` inside a name, as in `đường Phố Hiến`, begins no new part. */
function nameEnd({ words, parts }: AddressWords, from: number): number {
  let end = from;
  while (end < words.length && !words[end]?.breakBefore) {
    const label = parts[end];
    if (label && !(label.kind === 'street' && words[end]?.key === 'pho')) break;
    end += 1;
  }
  return end;
}

const typed = (words: readonly Word[], from: number, end: number): string =>
  words
    .slice(from, end)
    .map(({ text }) => text)
    .join(' ');

/**
 * A street without its label comes after the number or otherwise first; further words without a label name the hamlet.
 */
function placeLoose(draft: Draft): void {
  const loose = draft.loose.filter(({ text }) => !NAMED_FLOOR.test(text));
  if (draft.street === undefined) {
    const chosen = loose.find(({ afterNumber }) => afterNumber) ?? loose[0];
    draft.street = chosen?.text;
    if (chosen) loose.splice(loose.indexOf(chosen), 1);
  }
  draft.hamlets.push(...loose.map(({ text }) => text));
}

/** `Nhà A5` is a house number where there is no other, and otherwise a tower, as is C4 in `P506, C4`. */
function placeHouse(draft: Draft): void {
  const { units, lots } = draft;
  const [unit = ''] = units;
  const house = /^nhà ([a-z]\d{1,3})$/i.exec(unit)?.[1];
  if (house !== undefined && units.length === 1 && draft.number === undefined && lots.length === 0) {
    draft.number = house;
    units.length = 0;
  }
  for (const [index, one] of units.entries()) units[index] = one.replace(/^nhà (?!xưởng)/, 'tòa ');
  if (draft.street !== undefined || draft.number === undefined || !/^[a-z]{1,2}\d{1,2}[a-z]?$/i.test(draft.number))
    return;
  if (units.length !== 1 || !/^(?:phòng|căn) /.test(unit)) return;
  units.push(`tòa ${draft.number}`);
  draft.number = undefined;
}

function readShortHamlets({ hamlets, units }: Draft): void {
  const inBuilding = units.some((unit) => /^(?:tòa|chung cư)/.test(unit));
  for (const [index, hamlet] of hamlets.entries()) {
    const number = hamlet.startsWith(`${SHORT_HAMLET} `) ? hamlet.slice(2) : undefined;
    if (number === undefined) continue;
    hamlets[index] = inBuilding ? '' : `thôn ${number}`;
    if (inBuilding) units.push(`tầng ${number}`);
  }
}
