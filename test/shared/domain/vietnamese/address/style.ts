/** A writer's style of addresses. */
export interface AddressStyle {
  readonly number?: string;
  /** Between the digits and the letter of a number. */
  readonly letter?: string;
  readonly lanes?: 'outwards' | 'inwards' | 'slashes' | 'short';
  readonly street?: string;
  readonly date?: 'slash' | 'dash' | 'months' | 'zeros' | 'dots';
  readonly roads?: readonly [national: string, provincial: string];
  readonly hamlets?: Readonly<Record<'thôn' | 'xóm' | 'tổ dân phố', string>>;
  readonly zones?: Readonly<Record<'KCN' | 'CCN', string>>;
  readonly lot?: readonly [label: string, join: string];
  readonly plot?: 'row first' | 'plot first' | 'of a row' | 'label';
  readonly flat?: readonly [room: string, tower: string, building: string];
  /** The words for commune, district and province: official or abbreviated. */
  readonly labels?: Readonly<Record<string, string>>;
  readonly era?: 'old' | 'oldNoProvince' | 'oldNoDistrict' | 'new' | 'newNoProvince' | 'mixed' | 'oldInNewProvince';
  readonly between?: string;
  readonly reversed?: boolean;
  readonly before?: string;
  readonly after?: string;
  readonly finish?: (text: string) => string;
}
