import { defaultModel, Model } from '@alephdata/followthemoney';
import { describe, expect, it } from 'vitest';
import { ftmEntities } from '#shared/domain/outcomes/exports/follow-the-money.ts';
import { contentId } from '#shared/runtime/content-id.ts';
import { CODE, ringCase } from '#test/support/exports/ring-case.ts';
import { policeNotice } from '#test/support/police-notice.ts';

describe('a case as FollowTheMoney', () => {
  const model = new Model(defaultModel);
  const entities = ftmEntities(ringCase, contentId);

  it('a FollowTheMoney export has only entities and properties of the model, all required ones, and no dangling links', () => {
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

  it('a FollowTheMoney export calls nobody a criminal', () => {
    expect(JSON.stringify(entities)).not.toMatch(/topics|crime|sanction|debarment/u);
  });

  it('a FollowTheMoney export gives one id to a person with two roles, and another id to another document', () => {
    expect(new Set(entities.filter(({ schema }) => schema === 'Person').map(({ id }) => id)).size).toBe(3);
  });

  it('a FollowTheMoney export names the company alone where the facts behind the notice are no longer kept', () => {
    expect(ftmEntities({ notice: policeNotice }, contentId)).toMatchObject([
      { schema: 'Company', properties: { registrationNumber: [CODE] } },
    ]);
  });
});
