import { findHomeProvince } from '#shared/domain/vietnamese/find-home-province.ts';
import type { StageConfig } from '../config.ts';
import { dev } from './dev.ts';
import { local } from './local.ts';
import { prod } from './prod.ts';

/** A stage's settings, which are the same for every province, but for the name of its log. */
export type StageSettings = Omit<StageConfig, 'province' | 'logOrigin'> & {
  /** The log's name for a province, by the province's name as a part of names (`hung-yen`). */
  readonly logOrigin: (province: string) => string;
};

const STAGES: Readonly<Record<string, StageSettings>> = { dev, prod, local };

export const STAGE_NAMES: readonly string[] = Object.keys(STAGES);
export const isStage = (name: string): boolean => Object.hasOwn(STAGES, name);

/** The province where none is named. */
export const FIRST_PROVINCE = '33';

/**
 * The configuration of a stage for a province, which its code or name gives.
 * @throws {Error} where no stage or no province has that name
 */
export function stageConfig(stage: string, named: string = FIRST_PROVINCE): StageConfig {
  const settings = STAGES[stage];
  if (!settings) throw new Error(`No stage "${stage}": there are ${STAGE_NAMES.join(', ')}`);
  const province = findHomeProvince(named);
  if (!province) throw new Error(`No province "${named}"`);
  return { ...settings, province, logOrigin: settings.logOrigin(province.slug) };
}
