import { describe, expect, it } from 'vitest';
import { ownershipStatements } from '#shared/domain/outcomes/exports/ownership-statements.ts';
import { contentId } from '#shared/runtime/content-id.ts';
import { OwnershipDetails, OwnershipStatement } from '#test/support/exports/ownership-form.ts';
import { ringCase } from '#test/support/exports/ring-case.ts';

describe('a case as statements of BODS 0.4', () => {
  const statements = ownershipStatements(ringCase, '2026-01-05', contentId);

  it('a BODS export has the form of the standard, with an id for each statement', () => {
    for (const statement of statements) {
      OwnershipStatement.parse(statement);
      OwnershipDetails[statement.recordType].parse(statement.recordDetails);
    }
    expect(new Set(statements.map(({ statementId }) => statementId)).size).toBe(statements.length);
  });

  it('a BODS export has the parties of a relationship before it', () => {
    const before = new Set<string>();
    for (const { recordId, recordType, recordDetails } of statements) {
      if (recordType === 'relationship')
        expect([
          before.has(String(recordDetails['subject'])),
          before.has(String(recordDetails['interestedParty'])),
        ]).toEqual([true, true]);
      before.add(recordId);
    }
    // A representative who is also an owner has one relationship with two interests
    expect(statements.filter(({ recordType }) => recordType === 'relationship')).toHaveLength(3);
  });

  it('a BODS export states beneficial ownership only for the declared beneficial owner', () => {
    const owners = statements.filter((one_) => JSON.stringify(one_).includes('"beneficialOwnershipOrControl":true'));
    expect(owners).toHaveLength(1);
  });
});
