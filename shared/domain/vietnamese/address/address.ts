/**
 * An address (địa chỉ) in its parts, as typed, labels of units in full. `lane` runs from the street inwards: `ngõ 8, ngách 12`.
 * Codes are those of QĐ 19/2025/QĐ-TTg (communes since 01/07/2025).
 */
export interface Address {
  readonly number?: string | undefined;
  readonly lane?: string | undefined;
  /** What `ngách 12/5` may mean besides. */
  readonly turnedLane?: string | undefined;
  readonly street?: string | undefined;
  readonly hamlet?: string | undefined;
  /** Room, floor, flat and block inside a building. */
  readonly unit?: string | undefined;
  readonly commune?: string | undefined;
  readonly district?: string | undefined;
  readonly province?: string | undefined;
  /**
   * The commune as one value before and after the merger: its new code; `old:` and the old code where the old commune was split
   * between new ones; a folded name outside the two old provinces. Undefined where the text fits several communes, or none.
   */
  readonly communeKey?: string | undefined;
  /** The text leads to a door, a lot or at least a hamlet (TT 91/2026/TT-BTC Art. 7). */
  readonly specific: boolean;
  /** In a residential block, its commercial part excepted (same article). */
  readonly apartment: boolean;
}
