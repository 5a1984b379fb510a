import { describe, expect, it } from 'vitest';
import { documentStatusOn, reissuedOn } from '#shared/domain/identity/match/document-status.ts';
import { citizen, declared } from '#test/support/people.ts';

const on = (day: string, ...versions: ReturnType<typeof citizen>[]) => documentStatusOn(versions, declared(), day);

describe('documentStatusOn', () => {
  it.each([
    ['DA_CHET', 'deceased'],
    ['MAT_TICH', 'missing'],
    ['BAO_MAT_GIAY_TO', 'reported_lost'],
    ['BI_TRUY_NA', 'wanted'],
    ['SO_DA_HUY', 'cancelled'],
  ] as const)('the status %s counts from its day, and not before', (status, standing) => {
    const record = citizen({ status, statusOn: '2024-06-15' });
    expect(on('2024-06-14', record)).toBe('valid');
    expect(on('2024-06-15', record)).toBe(standing);
    expect(on('2024-12-01', record)).toBe(standing);
  });

  it('documentStatusOn counts a loss against the lost card, and not against one issued since', () => {
    const lost = citizen({ status: 'BAO_MAT_GIAY_TO', statusOn: '2024-01-10' });
    const issued = (issuedOn: string | undefined) => documentStatusOn([lost], declared({ issuedOn }), '2024-06-01');
    expect([
      issued('2021-03-01'),
      issued('2024-01-10'),
      issued('2024-02-01'),
      issued('2024-07-01'),
      issued(undefined),
    ]).toEqual(['reported_lost', 'reported_lost', 'valid', 'reported_lost', 'reported_lost']);
    expect(reissuedOn([lost], declared({ issuedOn: '2024-02-01' }), '2024-06-01')).toBe('2024-02-01');
    expect(
      reissuedOn(
        [citizen({ status: 'SO_DA_HUY', statusOn: '2024-01-10' })],
        declared({ issuedOn: '2024-02-01' }),
        '2024-06-01',
      ),
    ).toBeUndefined();
  });

  it('documentStatusOn counts an undated status on any day', () => {
    expect(on('2020-01-01', citizen({ status: 'DA_CHET' }))).toBe('deceased');
  });

  it('documentStatusOn ignores what happened later, unless the person is back to normal', () => {
    const lost = citizen({ status: 'BAO_MAT_GIAY_TO', statusOn: '2024-01-10' });
    const dead = citizen({ status: 'DA_CHET', statusOn: '2025-06-01' });
    const normal = citizen({ statusOn: '2025-06-01' });
    expect(on('2024-03-01', dead, lost)).toBe('reported_lost');
    expect(on('2024-03-01', normal, lost)).toBe('valid');
  });

  it('documentStatusOn gives expired from the day after the police date', () => {
    expect(on('2030-03-11', citizen())).toBe('valid');
    expect(on('2030-03-12', citizen())).toBe('expired');
  });

  it('documentStatusOn uses the ages of 25, 40 and 60 only where the police give no date', () => {
    const unknown = [citizen({ dateOfBirth: '1985-03-11', expiresOn: undefined })];
    const person = declared({ dateOfBirth: '1985-03-11', issuedOn: '2016-05-01' });
    expect(documentStatusOn(unknown, person, '2025-03-10')).toBe('valid');
    expect(documentStatusOn(unknown, person, '2025-03-12')).toBe('expired');
    expect(documentStatusOn([citizen({ dateOfBirth: '1985-03-11' })], person, '2025-03-12')).toBe('valid');
    expect(documentStatusOn(unknown, { ...person, issuedOn: undefined }, '2025-03-12')).toBe('valid');
  });

  it('documentStatusOn gives a CMND as expired after 2024, whatever the date of the card after it', () => {
    const person = declared({ documentType: 'CMND', documentNumber: '145123456' });
    const records = [citizen({ oldNumber: '145123456' })];
    expect(documentStatusOn(records, person, '2024-12-31')).toBe('valid');
    expect(documentStatusOn(records, person, '2025-01-01')).toBe('expired');
  });
});
