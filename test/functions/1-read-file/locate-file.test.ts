import { describe, expect, it } from 'vitest';
import { locateFile } from '#functions/1-read-file/locate-file.ts';

describe('the location of a file', () => {
  it.each([
    ['registrations/2024-07.csv', { folder: 'registrations', fileName: '2024-07.csv' }],
    ['activities/thuế/quý 1.xlsx', { folder: 'activities', fileName: 'thuế/quý 1.xlsx' }],
    ['accounts/970436/a.csv', { folder: 'accounts', fileName: '970436/a.csv', sender: '970436' }],
    ['accounts/999999/a.csv', { folder: 'accounts', fileName: '999999/a.csv', sender: '999999' }],
    ['accounts/970436x/a.csv', { folder: 'accounts', fileName: '970436x/a.csv', sender: '970436x' }],
    ['Accounts/970436/a.csv', { folder: 'accounts', fileName: '970436/a.csv', sender: '970436' }],
    ['IDENTITIES/a.csv', { folder: 'identities', fileName: 'a.csv' }],
    ['accounts/a.csv', { folder: 'accounts', fileName: 'a.csv' }],
    ['identities/.csv', { folder: 'identities', fileName: '.csv' }],
    ['identities/.tháng 7.jsonl.gz', { folder: 'identities', fileName: '.tháng 7.jsonl.gz' }],
  ])('the inbox key is located: %s', (key, location) => {
    expect(locateFile(key)).toEqual(location);
  });

  it.each([
    'labels/companies.jsonl',
    'a.csv',
    'registrations/',
    'registrations/~$2024-07.xlsx',
    'registrations/.~lock.2024-07.ods#',
    'registrations/.DS_Store',
    'registrations/._2024-07.csv',
    'registrations/Thumbs.db',
    'activities/thuế/desktop.ini',
    'activities/.git/a.csv',
    'activities/a.csv.part',
  ])('the inbox ignores the key %s', (key) => {
    expect(locateFile(key)).toBeUndefined();
  });
});
