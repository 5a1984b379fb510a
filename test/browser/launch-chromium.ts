import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/**
 * The paths of Debian's Chromium. The one without windows has the same engine for pages, and takes less processor time.
 */
const PATHS = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];

/** Starts the first Chromium of these, or the one that `CHROMIUM` names. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM'] ?? PATHS.find((path) => existsSync(path));
  if (executablePath === undefined || !existsSync(executablePath)) {
    const wanted = executablePath ?? PATHS.join(' or ');
    throw new Error(
      `No Chromium at ${wanted}: install it (apt-get install chromium-headless-shell), or name it in CHROMIUM.`,
    );
  }
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-quic'] });
}
