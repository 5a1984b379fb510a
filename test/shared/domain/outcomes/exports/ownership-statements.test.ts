import { describe, expect, it } from 'vitest';
import { ownershipStatements } from '#shared/domain/outcomes/exports/ownership-statements.ts';
import { contentId } from '#shared/runtime/content-id.ts';
import { OwnershipDetails, OwnershipStatement } from '#test/support/exports/ownership-form.ts';
import { ringCase, ringCaseFile } from '#test/support/exports/ring-case.ts';

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

  it('a BODS export has the shares of members and owners, through organisations and by control', () => {
    const fund = { kind: 'organisation', name: 'CÔNG TY QUỸ', number: '0900111224' } as const;
    const owner = { kind: 'person', name: 'Nguyễn Văn Mẫu', number: '033085000123' } as const;
    const foreigner = { kind: 'person', name: 'John Smith', number: 'C1234567' } as const;
    const owners = {
      members: [
        { holder: fund, share: 60, since: '2025-08-01' },
        { holder: foreigner, share: 40, votingShare: 45, since: '2025-08-01' },
      ],
      declared: [
        { holder: owner, share: 36, declaredOn: '2025-08-05' },
        { holder: foreigner, control: 'Bổ nhiệm giám đốc', declaredOn: '2025-08-05' },
      ],
    };
    const made = ownershipStatements({ ...ringCase, caseFile: { ...ringCaseFile, owners } }, '2026-01-05', contentId);
    for (const statement of made) OwnershipDetails[statement.recordType].parse(statement.recordDetails);
    const interests = made.flatMap(({ recordDetails }) => recordDetails['interests'] ?? []).slice(0, 5);
    expect(interests).toMatchObject(
      [
        ['shareholding', 'direct', 60],
        ['shareholding', 'direct', 40],
        ['votingRights', 'direct', 45],
        ['appointmentOfBoard', 'unknown', undefined],
        ['shareholding', 'indirect', 36],
      ].map(([type, directOrIndirect, exact]) => ({
        type,
        directOrIndirect,
        ...(exact !== undefined && { share: { exact } }),
      })),
    );
    expect(JSON.stringify(made)).not.toContain('unknownInterest');
  });
});
