/**
 * The version of a drop: S3's sequencer, which orders the drops of a name, and the id of the object's version.
 * @param versionId empty in a bucket that keeps no versions
 */
export const versionOf = (sequencer: string, versionId: string): string => `${sequencer}${SEPARATOR}${versionId}`;

/** The id by which S3 hands out exactly the bytes of a drop; undefined where its bucket keeps no versions. */
export function versionIdOf(version: string): string | undefined {
  const id = version.slice(version.indexOf(SEPARATOR) + 1);
  return version.includes(SEPARATOR) && id !== '' ? id : undefined;
}

/** The version of the same object read once more: after itself and before every later drop of its name. */
export function laterVersion(version: string): string {
  const sequencer = sequencerOf(version);
  return `${sequencer}1${version.slice(sequencer.length)}`;
}

/**
 * Whether a drop came after another of the same name, by S3's order: its sequencers are compared as texts after the
 * shorter one is padded with zeros.
 */
export function isLaterDrop(version: string, other: string): boolean {
  const [own, others] = [sequencerOf(version), sequencerOf(other)];
  const length = Math.max(own.length, others.length);
  return own.padEnd(length, '0') > others.padEnd(length, '0');
}

const SEPARATOR = '#';
const sequencerOf = (version: string): string => version.split(SEPARATOR, 1)[0] ?? '';
