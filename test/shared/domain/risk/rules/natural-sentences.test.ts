import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '#shared/domain/risk/assess.ts';
import { ALL_RULES } from '#shared/domain/risk/rules/all-rules.ts';
import { arbitraryFacts } from '#test/support/arbitrary-facts.ts';
import { edgeEvidence } from './edge-evidence.ts';
import { sentencesOf } from '#shared/domain/risk/rules/rule.ts';

const UNIT = '(?:đồng|ngày|phút|tháng|quý|kỳ|lần|lao động|tài khoản|doanh nghiệp|người|%)(?![\\p{L}])';
/** What no officer writes: nothing counted with 0, a range from a value to itself, a part of a countable thing. */
const UNNATURAL: readonly (readonly [string, RegExp])[] = [
  ['a count of 0', new RegExp(String.raw`(?<![\d.,])0 ${UNIT}`, 'u')],
  ['once as a multiple', /(?<![\d.,])1 lần/u],
  ['from a value to itself', /(?<![\d/.,])(\d[\d/.,]*) đến (?:quý |tháng |ngày )?\1(?![\d/])/u],
  ['all of all', /(?<![\d.,])(\d+) trên \1(?!\d)/u],
  ['least and most of one value', /ít nhất chuyển đi (\S+ %), nhiều nhất \1/u],
  ['a part of a countable thing', /\d,\d+ (?:ngày|phút|tháng|quý|kỳ|lao động|tài khoản|doanh nghiệp|người)/u],
  ['all as a part', /trong đó (\d+) tài khoản(?<=có \1 tài khoản.*)/u],
  ['one of several', /(?:trong|chỉ trong) 1 (?:tháng|quý)|Cả 1 /u],
  ['thousands without dots', /(?<![\d./*]|năm )(?!97\d{4}(?!\d))\d{4,}/u],
  ['no number or text', /NaN|Infinity|undefined|\[object| {2}|\( |,,/u],
];

const naturally = (message: string) =>
  UNNATURAL.flatMap(([what, form]) => (form.test(message) ? [`${what}: ${message}`] : []));

describe('the sentences of findings', () => {
  it.each(ALL_RULES)('$code says its edge figures in natural Vietnamese', (rule) => {
    const odd = new Set<string>();
    fc.assert(
      fc.property(edgeEvidence(rule.code), (evidence) => {
        for (const one of naturally(sentencesOf(rule)(evidence))) odd.add(one);
      }),
      { numRuns: 300, seed: 7 },
    );
    expect(
      [...odd].slice(0, 5),
      'for figures that the rule never has, add it to NEVER_NONE of edge-evidence.ts',
    ).toEqual([]);
  });

  it('findings of drawn companies are written in natural Vietnamese', () => {
    const odd = new Set<string>();
    fc.assert(
      fc.property(arbitraryFacts, (facts) => {
        for (const { message } of assess(facts).findings) for (const one of naturally(message)) odd.add(one);
      }),
      { numRuns: 600 },
    );
    expect([...odd]).toEqual([]);
  });
});
