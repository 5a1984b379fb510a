// Pages are complete without this: with it a list of files follows their reading, and many files are sent at once.
import 'htmx.org';
import { sendMany } from './send-many.js';

for (const form of document.querySelectorAll('form[data-many]')) sendMany(form);
