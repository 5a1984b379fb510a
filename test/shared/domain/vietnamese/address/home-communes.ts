import { communesByProvince } from '#shared/domain/vietnamese/data/communes.ts';

/** A commune of the home province before 01/07/2025, with the one it is in today. */
export interface HomeCommune {
  readonly kind: string;
  readonly commune: string;
  readonly district: string;
  readonly province: string;
  readonly newKind: string;
  readonly newCommune: string;
  readonly newCode: string;
  /** Split between several of today's. */
  readonly split: boolean;
}

const KINDS: Record<string, string> = { X: 'Xã', P: 'Phường', T: 'Thị trấn' };
const [TODAY = '', ...DISTRICTS] = communesByProvince()['33']!.split('\n');
const NEW = TODAY.split(';');

export const NEW_NAMES: readonly string[] = NEW.map((row) => row.slice(6));

export const HOME_COMMUNES: readonly HomeCommune[] = DISTRICTS.flatMap((line) => {
  const [province = '', district = '', communes = ''] = line.split('|');
  return communes.split(';').map((row) => {
    const [name = '', into = ''] = row.split('@')[0]!.split('>');
    const next = NEW[Number.parseInt(into, 36)]!;
    return {
      kind: KINDS[name[0]!]!,
      commune: name.slice(1),
      district,
      province,
      newKind: KINDS[next[5]!]!,
      newCommune: next.slice(6),
      newCode: next.slice(0, 5),
      split: into.includes('+'),
    };
  });
});
