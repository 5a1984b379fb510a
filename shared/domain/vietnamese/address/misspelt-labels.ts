import { HOME_PROVINCE } from '../home-province.ts';

const HOME_NAMES = Object.values(HOME_PROVINCE.shortNames);
/** Labels with a wrong tone; `tình` counts only where the province follows, because it occurs in names. */
const MISSPELT: readonly (readonly [written: RegExp, label: string])[] = [
  [/(?=s[ôổồỗ])(?<!\p{L})s[ôổồỗ](?= (?:nhà |nha )?\d)/giu, 'số'],
  [/(?=ngỏ)(?<!\p{L})ngỏ(?= \d)/giu, 'ngõ'],
  [/(?=hẽm)(?<!\p{L})hẽm(?= \d)/giu, 'hẻm'],
  [/(?=t[ỗồ])(?<!\p{L})t[ỗồ](?= \d)/giu, 'tổ'],
  [/(?=xả)(?<!\p{L})xả(?= \p{Lu})/giu, 'xã'],
  [/(?=ph)(?<!\p{L})(?:phưòng|phừơng|phuờng|phưởng)(?!\p{L})/giu, 'phường'],
  [/(?=đ[ưừu])(?<!\p{L})(?:đưòng|đừơng|đuờng|đưởng)(?!\p{L})/giu, 'đường'],
  [/(?=quân )(?<=[,;] ?)quân (?=\p{Lu}\p{Ll})/gu, 'quận '],
  [/(?=phương )(?<=[,;] ?)phương (?=\p{Lu}\p{Ll})/gu, 'phường '],
  [/(?=huyên )(?<=[,;] ?)huyên (?=\p{Lu}\p{Ll})/gu, 'huyện '],
  [/(?=h[uụ])(?<!\p{L})(?:huỵện|hụyên|huỵên|huyệm)(?!\p{L})/giu, 'huyện'],
  [new RegExp(String.raw`(?=t[ìịĩ]nh)(?<!\p{L})(?:tình|tịnh|tĩnh)(?= (?:${HOME_NAMES.join('|')}))`, 'giu'), 'tỉnh'],
];
/** Finds a label that was typed twice; without marks `Thanh Xa xa` is a hamlet and a label. */
const DOUBLED = /(?=[đhpstx])(?<!\p{L})(?:(số|đường|phường|xã|huyện|tỉnh|thôn)(?: \1)+(?!\p{L})|so (?=so \d))/giu;

const SAID_TWICE = /(?=s[ốo])(?<!\p{L})(?:số|so|số nhà|so nha) (?=(?:sn|số nhà|so nha|nhà số|nha so)[ .:]*\d)/giu;

/** Corrects the marks of labels and removes repeated ones. */
export function repairLabels(text: string): string {
  const once = text.replaceAll(DOUBLED, (_whole, label?: string) => label ?? '').replaceAll(SAID_TWICE, '');
  return MISSPELT.reduce((mended, [written, label]) => mended.replaceAll(written, label), once);
}
