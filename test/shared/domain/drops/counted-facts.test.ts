import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countedFacts, type StatedFact, type StandingOf } from '#shared/domain/drops/counted-facts.ts';

const FILES = ['activities/a.csv', 'activities/b.csv'];
const VERSIONS = ['01#a', '02#b', '03#c'];

const fact = fc
  .record({
    content: fc.constantFrom('3', '4', '5'),
    place: fc.constantFrom('BHXH 2025-06', 'BHXH 2025-07'),
    file: fc.constantFrom(...FILES),
    version: fc.constantFrom(...VERSIONS),
  })
  .map(({ content, place, ...from }): StatedFact => ({ id: `${place} ${content}`, place, from }));
const facts = fc.array(fact, { maxLength: 12 });
/** How each drop stands, by its place in the product of files and versions. */
const standings = fc.array(fc.constantFrom('counts', 'replaced', 'not'), { minLength: 6, maxLength: 6 });

const standingOf =
  (each: readonly string[]): StandingOf =>
  ({ file, version }) => {
    const n = FILES.indexOf(file) * VERSIONS.length + VERSIONS.indexOf(version);
    if (each[n] === 'not') return undefined;
    return { since: each[n] === 'counts' ? `2026-01-0${n + 1}` : undefined };
  };
const idsOf = (counted: readonly StatedFact[]) => counted.map(({ id }) => id).toSorted();

describe('the facts that count', () => {
  it('are the same in any order, and however often a reader wrote each', () => {
    fc.assert(
      fc.property(facts, standings, fc.infiniteStream(fc.nat()), (stated, each, order) => {
        const keys = order[Symbol.iterator]();
        const again = [...stated, ...stated]
          .map((one) => ({ one, key: Number(keys.next().value) }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one);
        const [once, twice] = [stated, again].map((all) => countedFacts(all, standingOf(each)));
        expect(idsOf(twice ?? [])).toEqual(idsOf(once ?? []));
        const sincesOf = (all: typeof once) => new Map(all?.map(({ id, since }) => [id, since]));
        expect(sincesOf(twice)).toEqual(sincesOf(once));
      }),
    );
  });

  it('are those of each file’s newest drop that states their place, and no content counts twice', () => {
    fc.assert(
      fc.property(facts, standings, (stated, each) => {
        const stands = standingOf(each);
        const newest = (file: string, place: string | undefined) =>
          stated
            .flatMap(({ from, place: own }) =>
              from && from.file === file && own === place && stands(from) ? [from.version] : [],
            )
            .toSorted()
            .at(-1);
        const expected = stated.filter(
          ({ from, place }) => from && stands(from)?.since !== undefined && newest(from.file, place) === from.version,
        );
        expect(idsOf(countedFacts(stated, stands))).toEqual([...new Set(idsOf(expected))].toSorted());
      }),
    );
  });

  it('are not touched by a drop of which nothing counts', () => {
    fc.assert(
      fc.property(facts, standings, (stated, each) => {
        const stands = standingOf(each);
        const known = stated.filter(({ from }) => from && stands(from));
        expect(countedFacts(stated, stands)).toEqual(countedFacts(known, stands));
      }),
    );
  });

  it('include what no file states and what a later drop does not mention', () => {
    const from = (version: string) => ({ file: 'activities/a.csv', version });
    const stated: StatedFact[] = [
      { id: 'decision', from: undefined },
      { id: 'June', place: 'June', from: from('01#a') },
      { id: 'July', place: 'July', from: from('02#b') },
    ];
    expect(idsOf(countedFacts(stated, () => ({ since: '2026-01-01' })))).toEqual(['July', 'June', 'decision']);
  });

  it('of a place that a later drop states beside its own do not count', () => {
    const from = (version: string) => ({ file: 'activities/a.csv', version });
    const repair: StatedFact = { id: 'repair', place: 'repairs', states: [], from: from('01#a') };
    const signal = { id: 'June', place: 'June', states: ['June', 'repairs'] };
    const stands: StandingOf = () => ({ since: '2026-01-01' });
    expect(idsOf(countedFacts([repair, { ...signal, from: from('01#a') }], stands))).toEqual(['June', 'repair']);
    expect(idsOf(countedFacts([repair, { ...signal, from: from('02#b') }], stands))).toEqual(['June']);
  });
});
