// All pages work without this script. With it a list of files is updated while they are read, and several files
// can be sent at once.
import 'htmx.org';
import { sendMany } from './send-many.js';

for (const form of document.querySelectorAll('form[data-many]')) sendMany(form);
