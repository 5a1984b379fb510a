import { describe, expect, it } from 'vitest';
import { whoseWord } from '#shared/domain/notification/dossier/finding-sources.ts';
import { ALL_RULES } from '#shared/domain/risk/rules/all-rules.ts';

describe('whoseWord', () => {
  it('names each who wrote rows that a finding rests on, and says where it is one alone', () => {
    const alone = { code: 'AUTHORISATION_DENIED', evidence: {} };
    expect(whoseWord(alone)).toBe('Chỉ dựa vào lời của cơ quan đăng ký kinh doanh.');
    expect(whoseWord({ code: 'REP_MISMATCH', evidence: {} })).toBe(
      'Dựa vào lời của cơ quan đăng ký kinh doanh và cơ quan Công an.',
    );
    expect(whoseWord({ code: 'REMOVED', evidence: {} })).toBeUndefined();
  });

  it('says it of every rule whose rows are always the same', () => {
    const always = ALL_RULES.filter(({ restsOnFor }) => !restsOnFor);
    expect(always.filter(({ code }) => !/lời của .+\.$/u.test(whoseWord({ code, evidence: {} }) ?? ''))).toEqual([]);
  });
});
