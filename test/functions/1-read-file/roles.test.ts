import { expect, it } from 'vitest';
import { csvCases } from '#test/support/csv-cases.ts';
import { csv, readWhole } from './read-whole.ts';

it.each(csvCases('roles.csv', import.meta))('%s is a role of a registration', async (written, role) => {
  const { records } = await readWhole(csv([{ 'Vai trò': written }]), 'registrations', 'r.csv');
  expect(records).toMatchObject([{ person: { role } }]);
});

it.each([
  ['Giám đốc - Người đại diện theo pháp luật', 'legal_representative'],
  ['Giám đốc kiêm Chủ tịch công ty', 'chair'],
  ['Tổng Giám đốc (Người đại diện theo pháp luật)', 'legal_representative'],
])('of the roles of %s one counts, and the cell is reported', async (written, role) => {
  const { accepted } = await readWhole(csv([{ 'Vai trò': written }]), 'registrations', 'r.csv');
  expect(accepted).toMatchObject([{ records: [{ person: { role } }], repairs: [{ field: 'role', current: written }] }]);
});

it('a role beside another one that is not known is rejected', async () => {
  const { rejected } = await readWhole(csv([{ 'Vai trò': 'Giám đốc, thủ quỹ' }]), 'registrations', 'r.csv');
  expect(rejected).toMatchObject([{ column: 'Vai trò', code: 'unknown' }]);
});
