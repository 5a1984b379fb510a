import { type Address } from './address.ts';
import { type AdministrativeUnits, labelledUnits } from './administrative-units.ts';
import { isApartment } from './apartment.ts';
import { type Commune, findDistrict, findProvince, oldCommunes } from './gazetteer.ts';
import { type Premises, readPremises } from './premises.ts';
import { foreignCommuneKey, resolveCommune } from './resolve-commune.ts';
import { nameKey, type Token, tokenise } from './tokens.ts';
import { unlabelledUnits } from './unlabelled-units.ts';

export type { Address } from './address.ts';

const NAMED_HAMLET = /(?:thôn|xóm|ấp|làng|bản|khu|tổ|đội|tiểu khu)/;

/**
 * An address out of free text: with or without marks, labels, commas and districts, abbreviated, in upper case, of the time
 * before 01/07/2025 or after. Units of the old provinces Hưng Yên and Thái Bình get their official names.
 */
export function parseAddress(text: string): Address {
  const tokens = tokenise(text);
  const used = tokens.map(() => false);
  const units = labelledUnits(tokens, used);
  unlabelledUnits(tokens, used, units);
  const commune = resolveCommune(units);
  const premises = withoutFormerCommune(readPremises(freeTokens(tokens, used)), commune);
  return {
    ...premises,
    commune: commune ? `${commune.kind} ${commune.name}` : communeText(units),
    district: units.district && (findDistrict(units.district.key)?.label ?? units.district.text),
    province: units.province && (findProvince(units.province.key)?.name ?? units.province.text),
    communeKey: commune?.communeKey ?? foreignCommuneKey(units),
    specific: isSpecific(premises),
    apartment: isApartment(text),
  };
}

/** `7 Lê Lai, Tổ 7 - Kỳ Bá, phường Trần Lãm`: the part of today's commune that was one, which adds nothing to a number on a street. */
function withoutFormerCommune(premises: Premises, commune: Commune | undefined): Premises {
  const { hamlet, number, street } = premises;
  if (!commune || hamlet === undefined || number === undefined || street === undefined) return premises;
  const kept = hamlet
    .split(', ')
    .filter((part) => !oldCommunes(nameKey(part)).some(({ communeKey }) => communeKey === commune.communeKey));
  return { ...premises, hamlet: kept.join(', ') || undefined };
}

/** What is left for the premises; a gap that a unit left parts the words on its sides. */
function freeTokens(tokens: readonly Token[], used: readonly boolean[]): Token[] {
  const free: Token[] = [];
  for (const [index, token] of tokens.entries()) {
    if (used[index]) continue;
    free.push(used[index - 1] && !token.breakBefore ? { ...token, breakBefore: true } : token);
  }
  return free;
}

function communeText({ commune }: AdministrativeUnits): string | undefined {
  return commune && (commune.kind ? `${commune.kind} ${commune.text}` : commune.text);
}

function isSpecific({ number, lane, street, hamlet, unit }: Premises): boolean {
  if (number !== undefined)
    return street !== undefined || lane !== undefined || hamlet !== undefined || unit !== undefined;
  return (hamlet !== undefined && NAMED_HAMLET.test(hamlet)) || unit !== undefined;
}
