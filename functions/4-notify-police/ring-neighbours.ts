import { MEMBERS_COUNTED } from '#shared/domain/risk/rings/band.ts';
import type { Neighbours } from '#shared/domain/risk/rings/ring-around.ts';
import { valueKey, valueOfKey } from '#shared/domain/risk/rings/value-key.ts';
import { inParallel } from '#shared/runtime/in-parallel.ts';
import type { Assessments } from '#shared/tables/assessments.ts';
import type { Links } from '#shared/tables/links.ts';

export interface RingPorts {
  readonly assessments: Pick<Assessments, 'of'>;
  readonly links: Pick<Links, 'bands' | 'firstMembers'>;
}

const WIDTH = 8;

/**
 * The values and companies around a company, from its assessment and the links. A value's companies are read only where
 * it has a band, because a band is first stored when a second company shares the value.
 */
export const ringNeighbours = ({ assessments, links }: RingPorts): Neighbours => ({
  async valuesOf(enterpriseCodes) {
    const assessed = await assessments.of(enterpriseCodes);
    return enterpriseCodes.map((code) =>
      (assessed.get(code)?.values ?? []).toSorted().flatMap((value) => valueOfKey(value) ?? []),
    );
  },

  async membersOf(values) {
    const keys = values.map(valueKey);
    const bands = await links.bands(keys);
    return inParallel(keys, WIDTH, async (key) => (bands.has(key) ? links.firstMembers(key, MEMBERS_COUNTED) : []));
  },
});
