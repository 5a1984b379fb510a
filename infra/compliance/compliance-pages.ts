import { accessPage } from './access-page.ts';
import { decisionsPage } from './decisions-page.ts';
import { recoveryPage } from './recovery-page.ts';
import { registerPage } from './register-page.ts';
import { productionResources } from './stack-resources.ts';

/** The pages of `docs/compliance/` by name: evidence that the system's operator does what the law requires. */
export function compliancePages(): ReadonlyMap<string, string> {
  const resources = productionResources();
  return new Map([
    ['access.md', accessPage(resources)],
    ['register.md', registerPage()],
    ['decisions.md', decisionsPage()],
    ['recovery.md', recoveryPage(resources)],
  ]);
}
