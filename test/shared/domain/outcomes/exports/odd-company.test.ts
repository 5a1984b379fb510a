import { defaultModel, Model } from '@alephdata/followthemoney';
import { describe, expect, it } from 'vitest';
import type { ExportedCase } from '#shared/domain/outcomes/exports/exported-case.ts';
import { ftmEntities } from '#shared/domain/outcomes/exports/follow-the-money.ts';
import { ownershipStatements } from '#shared/domain/outcomes/exports/ownership-statements.ts';
import { contentId } from '#shared/runtime/content-id.ts';
import { OwnershipDetails, OwnershipStatement } from '#test/support/exports/ownership-form.ts';
import { person, ringCaseFile } from '#test/support/exports/ring-case.ts';
import { policeNotice } from '#test/support/police-notice.ts';

describe('an export of an odd company', () => {
  const odd: ExportedCase = {
    notice: { ...policeNotice, enterpriseCode: '033085000123' },
    caseFile: {
      ...ringCaseFile,
      registration: {
        ...ringCaseFile.registration,
        enterpriseCode: '033085000123',
        name: 'HỘ KINH DOANH <MẪU> & “CON”',
        mainIndustryCode: undefined,
        amendedOn: '2025-04-01',
        people: [
          { ...person('legal_representative'), nationality: 'Việt Nam' },
          { ...person('member', 'CE123456'), nationality: 'Trung Quốc', gender: undefined },
          { ...person('member', 'CX999'), nationality: 'Hành tinh khác' },
          // One man has two documents, and one person has no known number
          { ...person('member', '145123456'), documentType: 'CMND' },
          { ...person('beneficial_owner', ''), dateOfBirth: '1990-02-28' },
          person('member'),
        ],
      },
    },
  };

  it('an export of a household business, of foreigners, of several papers of one person and of a missing number is valid', () => {
    const model = new Model(defaultModel);
    for (const { id, schema, properties } of ftmEntities(odd, contentId)) {
      const { schema: known } = model.getEntity({
        id,
        schema,
        properties: { ...properties } as Record<string, string[]>,
      });
      for (const name of Object.keys(properties)) expect(known.getProperty(name)).toBeDefined();
      for (const values of Object.values(properties)) for (const value of values) expect(value).not.toBe('');
    }
    const statements = ownershipStatements(odd, '2026-01-05', contentId);
    for (const statement of statements) {
      OwnershipStatement.parse(statement);
      OwnershipDetails[statement.recordType].parse(statement.recordDetails);
    }
    expect(new Set(statements.map(({ statementId }) => statementId)).size).toBe(statements.length);
    expect(new Set(statements.map(({ recordId }) => recordId)).size).toBe(statements.length);
    expect(statements.filter(({ recordType }) => recordType === 'person')).toHaveLength(5);
  });

  it('an export names a country by its code where it is known, else as it was written', () => {
    const people = ftmEntities(odd, contentId).filter(({ schema }) => schema === 'Person');
    expect(people.map(({ properties }) => properties['nationality'] ?? properties['notes'])).toEqual([
      ['vn'],
      ['cn'],
      ['Quốc tịch: Hành tinh khác'],
      undefined,
      undefined,
      undefined,
    ]);
  });
});
