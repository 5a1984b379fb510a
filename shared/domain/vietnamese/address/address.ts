import type { Premises } from './premises.ts';

/** A commune in which an address may be. */
export interface AddressCommune {
  readonly key: string;
  readonly today: readonly string[];
}

/**
 * An address (địa chỉ) in its parts, as typed, labels of units in full. `lane` runs from the street inwards: `ngõ 8,
 * ngách 12`. Codes are those of QĐ 19/2025/QĐ-TTg (communes since 01/07/2025).
 */
export interface Address extends Premises {
  /** The name of a shop, office or school at the beginning of the text. */
  readonly name?: string | undefined;
  readonly commune?: string | undefined;
  readonly district?: string | undefined;
  readonly province?: string | undefined;
  /**
   * The communes that the text may mean, each with its key and the present codes of its territory. There is mostly one;
   * several where the text is ambiguous (`Lê Lợi, Hưng Yên` is the ward of the city or today's xã); none where the
   * gazetteer has none.
   */
  readonly communes: readonly AddressCommune[];
  /** The codes of today's communes that are possible by the text; undefined where any commune of the country is possible. */
  readonly area?: ReadonlySet<string> | undefined;
  /** The code of today's province. */
  readonly provinceCode?: string | undefined;
  /**
   * The commune as one value before and after the merger: its new code; `old:` and the old code where the old commune
   * was split between new ones; folded names where the gazetteer doesn't know it. Undefined where the text fits several
   * communes, or none.
   */
  readonly communeKey?: string | undefined;
  /** Whether the text identifies a house, a lot or at least a hamlet (TT 91/2026/TT-BTC Art. 7). */
  readonly specific: boolean;
  /** Whether the address is in a residential block, except its commercial part (same article). */
  readonly apartment: boolean;
}
