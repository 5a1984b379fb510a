import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '#shared/domain/risk/assess.ts';
import { ALL_RULES } from '#shared/domain/risk/rules/all-rules.ts';
import type { Evidence } from '#shared/domain/risk/rules/finding.ts';
import { formatDate, formatMonth, formatQuarter } from '#shared/domain/vietnamese/dates.ts';
import { formatMoney } from '#shared/domain/vietnamese/money.ts';
import { arbitraryFacts } from '#test/support/arbitrary-facts.ts';
import { edgeEvidence } from './edge-evidence.ts';
import { type RuleRecord, sentencesOf } from '#shared/domain/risk/rules/rule.ts';

const decimal = (value: number) => (Math.round(value * 10) / 10).toLocaleString('vi-VN');

/** The forms in which a figure of the evidence may be written in a sentence. */
function waysToSay(value: unknown, name: string, evidence: Record<string, unknown>): string[] {
  if (typeof value === 'number') {
    const times =
      name === 'credit' && typeof evidence['capital'] === 'number' ? value / Math.max(1, evidence['capital']) : 0;
    return [
      String(value),
      formatMoney(value),
      decimal(value),
      decimal(value * 100),
      decimal(times),
      decimal(times * 100),
      formatMoney(value).replace(' đồng', ''),
    ];
  }
  if (typeof value !== 'string') return [];
  if (/^\d{4}-\d\d-\d\d$/u.test(value)) return [formatDate(value), formatMonth(value.slice(0, 7))];
  if (/^\d{4}-\d\d$/u.test(value)) return [formatMonth(value)];
  return /^\d{4}-Q\d$/u.test(value) ? [formatQuarter(value)] : [value];
}

/** Numbers from the law and from the rule's question. */
const OWN_WORDS =
  /19 trong 20 doanh nghiệp|Điều \d+|(?<!tài )khoản \d+|\d+ trong 20|hai dấu hiệu|chưa đến 1 phút|chưa đến 0,1 %|trên 99,9 %|trên 3 lao động|chưa đủ 18 tuổi|dưới [12]0|chỉ của 2 đến 3 doanh nghiệp|từ 20\.000\.000 đồng|từ 500 triệu đồng|quá hạn (?:khai )?90 ngày/gu;
const NUMBER = /\d[\d./,]*\d|\d/gu;

const numbersIn = (text: string): string[] =>
  [...text.matchAll(NUMBER)].map(([number]) => number.replace(/[.,]$/u, ''));

/** The numbers of a sentence that are no figure of its evidence. */
function strangersIn(message: string, evidence: Record<string, unknown>): string[] {
  const said = new Set(
    Object.entries(evidence)
      .flatMap(([name, value]) => waysToSay(value, name, evidence))
      .flatMap(numbersIn),
  );
  return numbersIn(message.replaceAll(OWN_WORDS, '')).flatMap((number) =>
    said.has(number) ? [] : [`${number} in “${message}”`],
  );
}

/** The sentence with the figures that it reads. */
function sentenceAndFigures(
  { figures, message }: RuleRecord,
  evidence: Evidence,
): [message: string, used: Record<string, unknown>] {
  const used: Record<string, Evidence[string] | undefined> = {};
  const watched = <T extends Readonly<Record<string, unknown>>>(values: T): T =>
    new Proxy(values, {
      get: (all, name: string) => {
        used[name] = evidence[name];
        return all[name];
      },
    });
  return [sentencesOf({ figures, message: (seen, said) => message(watched(seen), watched(said)) })(evidence), used];
}

describe('the numbers of a sentence', () => {
  it('each number that a sentence names is one of the finding’s figures', () => {
    const strangers = new Map<string, string[]>();
    fc.assert(
      fc.property(arbitraryFacts, (facts) => {
        for (const { code, message, evidence } of assess(facts).findings) {
          const found = strangersIn(message, evidence);
          if (found.length > 0) strangers.set(code, found);
        }
      }),
      { numRuns: 600 },
    );
    expect([...strangers]).toEqual([]);
  });

  it.each(ALL_RULES)('$code names only figures of its evidence, however rarely a company has it', (rule) => {
    const strangers = new Set<string>();
    fc.assert(
      fc.property(edgeEvidence(rule.code), (evidence) => {
        for (const stranger of strangersIn(...sentenceAndFigures(rule, evidence))) strangers.add(stranger);
      }),
      { numRuns: 40 },
    );
    expect([...strangers].slice(0, 5)).toEqual([]);
  });
});
