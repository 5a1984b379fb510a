// All pages work without this script. With it a list of files is updated while they are read, several files can be sent
// at once, and keys move through the rows of a list.
import 'htmx.org';
import { rowKeys } from './row-keys.js';
import { sendMany } from './send-many.js';

for (const form of document.querySelectorAll('form[data-many]')) sendMany(form);
document.addEventListener('keydown', rowKeys);
