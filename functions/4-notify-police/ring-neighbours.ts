import { MEMBERS_COUNTED, SHARED_KINDS } from '#shared/domain/rings/band.ts';
import type { Neighbours } from '#shared/domain/rings/ring-of.ts';
import type { SharedValue } from '#shared/domain/rings/shared-values.ts';
import { inParallel } from '#shared/runtime/in-parallel.ts';
import type { Assessments } from '#shared/tables/assessments.ts';
import type { Links } from '#shared/tables/links.ts';

export interface RingPorts {
  readonly assessments: Pick<Assessments, 'of'>;
  readonly links: Pick<Links, 'bands' | 'firstMembers'>;
}

const WIDTH = 8;

/** What stands around a company, as the assessments and the links have it. A value's companies are read only where its band says there are several. */
export const ringNeighbours = ({ assessments, links }: RingPorts): Neighbours => ({
  async valuesOf(enterpriseCodes) {
    const assessed = await assessments.of(enterpriseCodes);
    return enterpriseCodes.map((code) =>
      (assessed.get(code)?.links ?? [])
        .map(({ value }) => value)
        .sort()
        .flatMap(sharedValue),
    );
  },

  async membersOf(values) {
    const keys = values.map(({ kind, ref }) => `${kind}#${ref}`);
    const bands = await links.bands(keys);
    return inParallel(keys, WIDTH, async (key) =>
      (bands.get(key)?.band.size ?? 0) > 1 ? links.firstMembers(key, MEMBERS_COUNTED) : [],
    );
  },
});

/** Nothing where the link only finds whom a fact touches. */
function sharedValue(value: string): SharedValue[] {
  const kind = SHARED_KINDS.find((shared) => value.startsWith(`${shared}#`));
  return kind ? [{ kind, ref: value.slice(kind.length + 1) }] : [];
}
