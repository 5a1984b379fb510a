import * as z from 'zod';

/** What BODS 0.4 asks of a statement (schema.openownership.org, statement, entity, person and relationship). */
const day = z.iso.date();
export const OwnershipStatement = z.strictObject({
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
export const OwnershipDetails = {
  entity: z.strictObject({
    isComponent: z.boolean(),
    entityType: z.strictObject({ type: z.enum(['registeredEntity', 'legalEntity', 'arrangement', 'unknownEntity']) }),
    name: z.string().min(1),
    jurisdiction: z.strictObject({ name: z.string(), code: z.string().length(2) }).optional(),
    identifiers: z.array(z.strictObject({ schemeName: z.string(), id: z.string().min(1) })).optional(),
    foundingDate: day.optional(),
    addresses: z.array(z.looseObject({ type: z.enum(['registered', 'business']), address: z.string() })).optional(),
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
          scheme: z.string().regex(/^[A-Z]{3}-(?:PASSPORT|TAXID|IDCARD)$/u),
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
        type: z.enum([
          'shareholding',
          'votingRights',
          'appointmentOfBoard',
          'controlViaCompanyRulesOrArticles',
          'otherInfluenceOrControl',
          'seniorManagingOfficial',
          'boardChair',
          'rightsGrantedByContract',
        ]),
        share: z.strictObject({ exact: z.number().min(0).max(100) }).optional(),
        directOrIndirect: z.enum(['direct', 'indirect', 'unknown']),
        beneficialOwnershipOrControl: z.boolean(),
        details: z.string(),
      }),
    ),
  }),
};
