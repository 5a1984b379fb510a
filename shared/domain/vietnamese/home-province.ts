import { findHomeProvince, type HomeProvince } from './find-home-province.ts';

/**
 * The code or name of the province that a bundle or a run is for, which the bundler and `set-province.mjs` define. Tests
 * and commands without it are for the province of the sample.
 */
declare const HOME_PROVINCE_CODE: string | undefined;
const SAMPLE = '33';

/** The province that this system serves: all that differs between two provinces comes from here. */
export const HOME_PROVINCE: HomeProvince = served(typeof HOME_PROVINCE_CODE === 'string' ? HOME_PROVINCE_CODE : SAMPLE);

function served(named: string): HomeProvince {
  const province = findHomeProvince(named);
  if (!province) throw new Error(`There is no province "${named}"`);
  return province;
}
