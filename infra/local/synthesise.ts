import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import * as z from 'zod';
import { HOME_PROVINCE } from '#shared/domain/vietnamese/home-province.ts';
import { removeOldFiles } from './remove-old-files.ts';

export interface Synthesised {
  readonly template: unknown;
  /** The folder of the code that the template names by `S3Key`. */
  readonly assetOf: (s3Key: string) => string;
}

/** The sources of the synthesised stack: while none of them has changed, the last synthesis is reused. */
const SOURCES = ['infra', 'functions', 'shared', 'package-lock.json', 'cdk.json'];
const A_DAY_MS = 86_400_000;
/** The bundler is a Go program, whose heap may grow by 400 % instead of 100 % before it is collected. */
const LESS_COLLECTING = { GOGC: '400' };

/** What a run sets of stage `local`. */
interface Chosen {
  /** The day of the rules' clock. */
  readonly asOf: string;
  /** The stage whose rules for people hold. */
  readonly policy: string;
}

/**
 * The stack of stage `local`, as `cdk synth` gives it, with what the run chose.
 * @throws {Error} with the app's output where synthesis fails
 */
export async function synthesise(
  root: string,
  cache: string,
  chosen: Chosen,
  signal: AbortSignal,
): Promise<Synthesised> {
  const folder = join(cache, await fingerprint(root, `${chosen.asOf} ${chosen.policy} ${HOME_PROVINCE.code}`));
  if (!existsSync(folder)) {
    await removeOld(cache);
    await removeOldFiles(join(cache, '..', 'compiled'), new Date());
    const fresh = `${folder}.${process.pid}`;
    await runApp(root, fresh, chosen, signal);
    // Two simultaneous runs make the same files, so the second finds them there
    await rename(fresh, folder).catch(() => rm(fresh, { recursive: true, force: true }));
  }
  return readAssembly(folder);
}

async function fingerprint(root: string, context: string): Promise<string> {
  const hash = createHash('sha256').update(context).update(process.version);
  for (const source of SOURCES) {
    const path = join(root, source);
    if (!existsSync(path)) continue;
    const inside = (await stat(path)).isDirectory() ? await readdir(path, { recursive: true }) : [''];
    for (const name of inside.sort()) {
      const file = join(path, name);
      if ((await stat(file)).isFile()) hash.update(`${source}/${name}\0`).update(await readFile(file));
    }
  }
  return hash.digest('hex').slice(0, 16);
}

async function removeOld(cache: string): Promise<void> {
  await mkdir(cache, { recursive: true });
  for (const name of await readdir(cache)) {
    const folder = join(cache, name);
    const { mtimeMs } = await stat(folder);
    if (Date.now() - mtimeMs > A_DAY_MS) await rm(folder, { recursive: true, force: true });
  }
}

async function runApp(root: string, outdir: string, { asOf, policy }: Chosen, signal: AbortSignal): Promise<void> {
  const configured = await readFile(join(root, 'cdk.json'), 'utf8').catch(() => '{}');
  const { context } = z
    .object({ context: z.record(z.string(), z.unknown()).default({}) })
    .parse(JSON.parse(configured));
  const app = spawn(process.execPath, ['infra/app.ts'], {
    cwd: root,
    signal,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      ...LESS_COLLECTING,
      ...process.env,
      CDK_OUTDIR: outdir,
      CDK_CONTEXT_JSON: JSON.stringify({
        ...context,
        stage: 'local',
        province: HOME_PROVINCE.code,
        rulesClock: asOf,
        policy,
      }),
      // The template is not checked here, because `npm run check` does that and it would take five seconds
      // of each run.
      CDK_VALIDATION: 'false',
    },
  });
  const code = new Promise<number | null>((resolve, reject) => app.once('error', reject).once('close', resolve));
  const [said, ended] = await Promise.all([text(app.stderr), code]);
  if (ended !== 0) throw new Error(`infra/app.ts does not synthesise:\n${said.slice(-2000)}`);
}

const Manifest = z.object({
  artifacts: z.record(
    z.string(),
    z.object({
      type: z.string(),
      properties: z.object({ templateFile: z.string().optional(), directoryName: z.string().optional() }).optional(),
    }),
  ),
});
const Assets = z.object({
  files: z.record(
    z.string(),
    z.object({
      source: z.object({ path: z.string().optional() }),
      destinations: z.record(z.string(), z.object({ objectKey: z.string() })),
    }),
  ),
});

async function readAssembly(folder: string): Promise<Synthesised> {
  const { artifacts } = Manifest.parse(await readJson(join(folder, 'manifest.json')));
  const all = Object.values(artifacts);
  const nested = all.find(({ type }) => type === 'cdk:cloud-assembly')?.properties?.directoryName;
  if (nested !== undefined) return readAssembly(join(folder, nested));
  const file = all.find(({ type }) => type === 'aws:cloudformation:stack')?.properties?.templateFile;
  if (file === undefined) throw new Error(`No stack in ${folder}`);
  const assets = Assets.parse(await readJson(join(folder, file.replace('.template.json', '.assets.json'))));
  const paths = new Map(
    Object.values(assets.files).flatMap(({ source, destinations }) =>
      Object.values(destinations).map(({ objectKey }) => [objectKey, source.path] as const),
    ),
  );
  return {
    template: await readJson(join(folder, file)),
    assetOf: (s3Key) => join(folder, paths.get(s3Key) ?? s3Key),
  };
}

const readJson = async (file: string): Promise<unknown> => JSON.parse(await readFile(file, 'utf8'));
