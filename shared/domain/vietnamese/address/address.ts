import type { Premises } from './premises.ts';

/** A commune that an address may lie in. */
export interface AddressCommune {
  readonly key: string;
  readonly today: readonly string[];
}

/**
 * An address (địa chỉ) in its parts, as typed, labels of units in full. `lane` runs from the street inwards: `ngõ 8, ngách 12`.
 * Codes are those of QĐ 19/2025/QĐ-TTg (communes since 01/07/2025).
 */
export interface Address extends Premises {
  /** The name of a shop, an office or a school, where the text begins with it. */
  readonly name?: string | undefined;
  readonly commune?: string | undefined;
  readonly district?: string | undefined;
  readonly province?: string | undefined;
  /**
   * The communes that the text may mean: each its key and the codes of today that its territory lies in. One mostly; several where the
   * text leaves them open (`Lê Lợi, Hưng Yên`: the ward of the city, or today's xã); none where the gazetteer knows none.
   */
  readonly communes: readonly AddressCommune[];
  /** Codes of today's communes that the text leaves possible; undefined where any of the country is. */
  readonly area?: ReadonlySet<string> | undefined;
  /** Code of today's province. */
  readonly provinceCode?: string | undefined;
  /**
   * The commune as one value before and after the merger: its new code; `old:` and the old code where the old commune was split
   * between new ones; folded names where the gazetteer doesn't know it. Undefined where the text fits several communes, or none.
   */
  readonly communeKey?: string | undefined;
  /** The text leads to a door, a lot or at least a hamlet (TT 91/2026/TT-BTC Art. 7). */
  readonly specific: boolean;
  /** In a residential block, its commercial part excepted (same article). */
  readonly apartment: boolean;
}
