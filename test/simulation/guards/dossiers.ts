import { guard, type Guard } from '../guard.ts';

const DOSSIER = 'functions/issue-dossier/issue-dossier.ts';

export const DOSSIER_GUARDS: readonly Guard[] = [
  guard(
    'a dossier is issued with its notice',
    'functions/4-notify-police/notify-police.ts',
    'await ports.issueDossier([{ noticeId, sequence }]);',
    '',
  ),
  guard(
    'the checksums of a dossier come last',
    DOSSIER,
    '  await Promise.all(files.filter(({ name }) => name !== DOSSIER_FILES.json).map(put));\n  const checksums = checksumsOf(files);\n  await put(jsonFile(CHECKSUMS_FILE, textOf(checksums)));',
    '  const checksums = checksumsOf(files);\n  await put(jsonFile(CHECKSUMS_FILE, textOf(checksums)));\n  await Promise.all(files.filter(({ name }) => name !== DOSSIER_FILES.json).map(put));',
  ),
  guard(
    'of two writers of a dossier the first one has the word',
    'shared/clients/object-store.ts',
    "ContentType, IfNoneMatch: '*' }",
    'ContentType }',
  ),
  guard(
    'a dossier that was written is entered by the next try',
    DOSSIER,
    'await ports.enter([dossierEntry(notice, DossierChecksums.parse(JSON.parse(whole)).files)]);',
    '',
  ),
  guard(
    'a dossier is issued for the newest sequence alone',
    'functions/issue-dossier/issue-dossier.ts',
    ' || notice.sequence !== sequence',
    '',
  ),
  guard(
    'the other files of a dossier are made of the first JSON',
    DOSSIER,
    'const files = await filesOf(dossier, ports.writeDocx);',
    'const files = await filesOf(textOf(found), ports.writeDocx);\n  void dossier;',
  ),
];
