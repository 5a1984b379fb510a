import { defaultModel, Model } from '@alephdata/followthemoney';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { CaseFile } from '#shared/domain/notification/dossier/case-file.ts';
import type { ExportedCase } from '#shared/domain/outcomes/exports/exported-case.ts';
import { ftmEntities } from '#shared/domain/outcomes/exports/follow-the-money.ts';
import { ownershipStatements } from '#shared/domain/outcomes/exports/ownership-statements.ts';
import { ringLinks } from '#shared/domain/outcomes/exports/ring-links.ts';
import { contentId } from '#shared/runtime/content-id.ts';
import { exportLines, ringBook } from '#shared/use-cases/exports/export-cases.ts';
import { policeNotice } from '#test/support/police-notice.ts';

const CODE = '0900000011';
const OTHER = '0900000012';
const person = (role: CaseFile['registration']['people'][number]['role'], documentNumber = '033085000123') => ({
  role,
  fullName: 'Nguyễn Văn Mẫu',
  dateOfBirth: '1985',
  gender: 'male' as const,
  documentType: documentNumber.startsWith('C') ? ('HC' as const) : ('CCCD' as const),
  documentNumber,
});
const caseFile: CaseFile = {
  registration: {
    enterpriseCode: CODE,
    name: 'CÔNG TY TNHH MẪU & CON',
    legalForm: 'Công ty TNHH một thành viên',
    registeredOn: '2025-03-10',
    headOfficeAddress: 'Số 5, phường Phố Hiến, tỉnh Hưng Yên',
    mainIndustryCode: '4669',
    charterCapital: 1_000_000_000,
    people: [
      person('legal_representative'),
      person('beneficial_owner'),
      person('authorised_person', '033085000999'),
      person('member', 'C1234567'),
    ],
  },
  people: [],
  accounts: [
    {
      register: { bank: '970436', accountNumber: '0011223344', enterpriseCode: CODE, openedOn: '2025-03-20' },
      representativeMismatch: false,
      months: [],
    },
  ],
  names: { [CODE]: 'CÔNG TY TNHH MẪU & CON', [OTHER]: 'CÔNG TY KHÁC' },
  ties: [{ kind: 'phone', since: '2025-03-10', companies: [CODE, OTHER], values: ['0912345678'] }],
  sources: [],
};
const network = {
  members: [
    { enterpriseCode: CODE, since: '2025-03-10' },
    { enterpriseCode: OTHER, since: '2025-03-11' },
  ],
  ties: [{ kind: 'phone' as const, companies: [CODE, OTHER], since: '2025-03-10' }],
  since: '2025-03-10',
  registeredFrom: '2025-03-10',
  registeredTo: '2025-03-11',
  withBadSigns: 1,
};
const one: ExportedCase = { notice: { ...policeNotice, network }, caseFile };
async function* cases(...all: readonly ExportedCase[]) {
  yield* all;
}
const text = async (lines: AsyncIterable<string>) => (await Array.fromAsync(lines)).join('');

describe('a case as FollowTheMoney', () => {
  const model = new Model(defaultModel);
  const entities = ftmEntities(one, contentId);

  it('a FollowTheMoney export has entities and properties that the model knows, with all that it requires, and links that lead somewhere', () => {
    const ids = new Set(entities.map(({ id }) => id));
    for (const { id, schema, properties } of entities) {
      const proxy = model.getEntity({ id, schema, properties: { ...properties } as Record<string, string[]> });
      for (const name of Object.keys(properties)) expect(proxy.schema.getProperty(name)).toBeDefined();
      for (const name of model.getSchema(schema).required ?? []) expect(properties[name]?.length).toBe(1);
      for (const property of proxy.getProperties())
        if (property.type.name === 'entity')
          for (const to of properties[property.name] ?? []) expect(ids).toContain(to);
    }
    expect([...new Set(entities.map(({ schema }) => schema))].sort()).toEqual([
      'BankAccount',
      'Company',
      'Directorship',
      'Ownership',
      'Person',
      'Representation',
      'UnknownLink',
    ]);
  });

  it('a FollowTheMoney export calls nobody a criminal: a flag is a case to be looked at', () => {
    expect(JSON.stringify(entities)).not.toMatch(/topics|crime|sanction|debarment/u);
  });

  it('a FollowTheMoney export gives a person of two roles one id, and another document another', () => {
    expect(new Set(entities.filter(({ schema }) => schema === 'Person').map(({ id }) => id)).size).toBe(3);
  });

  it('a FollowTheMoney export names the company alone where the facts behind the notice are no longer kept', () => {
    expect(ftmEntities({ notice: policeNotice }, contentId)).toMatchObject([
      { schema: 'Company', properties: { registrationNumber: [CODE] } },
    ]);
  });
});

/** What BODS 0.4 asks of a statement (schema.openownership.org, statement, entity, person and relationship). */
const day = z.iso.date();
const Statement = z.strictObject({
  statementId: z.string().min(32).max(64),
  declarationSubject: z.string().min(1),
  statementDate: day,
  publicationDetails: z.strictObject({
    publicationDate: day,
    bodsVersion: z.literal('0.4'),
    publisher: z.strictObject({ name: z.string().min(1) }),
  }),
  source: z.strictObject({
    type: z.array(z.enum(['selfDeclaration', 'officialRegister', 'thirdParty', 'primaryResearch', 'verified'])),
    description: z.string(),
  }),
  recordId: z.string().min(1),
  recordStatus: z.enum(['new', 'updated', 'closed']),
  recordType: z.enum(['entity', 'person', 'relationship']),
  recordDetails: z.looseObject({ isComponent: z.boolean() }),
});
const Details = {
  entity: z.strictObject({
    isComponent: z.boolean(),
    entityType: z.strictObject({ type: z.enum(['registeredEntity', 'legalEntity', 'arrangement', 'unknownEntity']) }),
    name: z.string().min(1),
    jurisdiction: z.strictObject({ name: z.string(), code: z.string().length(2) }),
    identifiers: z.array(z.strictObject({ schemeName: z.string(), id: z.string().min(1) })),
    foundingDate: day,
    addresses: z.array(z.looseObject({ type: z.enum(['registered', 'business']), address: z.string() })),
  }),
  person: z.strictObject({
    isComponent: z.boolean(),
    personType: z.enum(['knownPerson', 'anonymousPerson', 'unknownPerson']),
    names: z.array(z.strictObject({ fullName: z.string().min(1) })).min(1),
    birthDate: z
      .string()
      .regex(/^\d{4}(?:-\d{2}-\d{2})?$/u)
      .optional(),
    nationalities: z
      .array(z.strictObject({ name: z.string().min(1), code: z.string().length(2).optional() }))
      .optional(),
    identifiers: z
      .array(
        z.strictObject({
          // A person's scheme is a country's code of three letters and one of these words
          scheme: z
            .string()
            .regex(/^[A-Z]{3}-(?:PASSPORT|TAXID|IDCARD)$/u)
            .optional(),
          schemeName: z.string(),
          id: z.string().min(1),
        }),
      )
      .optional(),
  }),
  relationship: z.strictObject({
    isComponent: z.boolean(),
    subject: z.string(),
    interestedParty: z.string(),
    interests: z.array(
      z.strictObject({
        type: z.enum(['shareholding', 'seniorManagingOfficial', 'rightsGrantedByContract', 'unknownInterest']),
        directOrIndirect: z.enum(['direct', 'indirect', 'unknown']),
        beneficialOwnershipOrControl: z.boolean(),
        details: z.string(),
      }),
    ),
  }),
};

describe('a case as statements of BODS 0.4', () => {
  const statements = ownershipStatements(one, '2026-01-05', contentId);

  it('a BODS export has the form that the standard asks for, each statement an id of its own', () => {
    for (const statement of statements) {
      Statement.parse(statement);
      Details[statement.recordType].parse(statement.recordDetails);
    }
    expect(new Set(statements.map(({ statementId }) => statementId)).size).toBe(statements.length);
  });

  it('a BODS export names in a relationship what stands before it', () => {
    const before = new Set<string>();
    for (const { recordId, recordType, recordDetails } of statements) {
      if (recordType === 'relationship')
        expect([
          before.has(String(recordDetails['subject'])),
          before.has(String(recordDetails['interestedParty'])),
        ]).toEqual([true, true]);
      before.add(recordId);
    }
    // Who represents and owns has one relationship with two interests
    expect(statements.filter(({ recordType }) => recordType === 'relationship')).toHaveLength(3);
  });

  it('a BODS export says beneficial ownership of the declared beneficial owner alone', () => {
    const owners = statements.filter((one_) => JSON.stringify(one_).includes('"beneficialOwnershipOrControl":true'));
    expect(owners).toHaveLength(1);
  });
});

describe('an export of an odd company', () => {
  const odd: ExportedCase = {
    notice: { ...policeNotice, enterpriseCode: '033085000123' },
    caseFile: {
      ...caseFile,
      registration: {
        ...caseFile.registration,
        enterpriseCode: '033085000123',
        name: 'HỘ KINH DOANH <MẪU> & “CON”',
        mainIndustryCode: undefined,
        amendedOn: '2025-04-01',
        people: [
          { ...person('legal_representative'), nationality: 'Việt Nam' },
          { ...person('member', 'CE123456'), nationality: 'Trung Quốc', gender: undefined },
          { ...person('member', 'CX999'), nationality: 'Hành tinh khác' },
          // One man with two papers, and one of whom no number is known
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
      Statement.parse(statement);
      Details[statement.recordType].parse(statement.recordDetails);
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

describe('an export', () => {
  it('an export writes what several cases name once, a line each', async () => {
    const single = await text(exportLines(cases(one), 'ftm', '2026-01-05'));
    expect(await text(exportLines(cases(one, one), 'ftm', '2026-01-05'))).toBe(single);
    for (const line of single.trimEnd().split('\n')) expect(JSON.parse(line)).toHaveProperty('schema');
  });

  it('an export gives a ring as its links, as lines and as a workbook', async () => {
    expect(ringLinks(one)).toMatchObject([
      { number: 1, kind: 'Số điện thoại', values: ['0912345678'], enterpriseCode: CODE },
      { number: 1, enterpriseCode: OTHER, name: 'CÔNG TY KHÁC' },
    ]);
    expect((await ringBook(cases(one))).slice(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]));
    expect(ringLinks({ notice: policeNotice })).toEqual([]);
  });
});
